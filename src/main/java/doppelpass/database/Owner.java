package doppelpass.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The login that owns the schema, for what the working role may not do: an archive is restored by it. */
@Configuration
class Owner {
    @Bean
    DatabaseAddress owner(
            @Value("${spring.flyway.url:${spring.datasource.url}}") String url,
            @Value("${spring.flyway.user:${spring.datasource.username}}") String user,
            @Value("${spring.flyway.password:${spring.datasource.password}}") String password) {
        return new DatabaseAddress(url, user, password);
    }
}
