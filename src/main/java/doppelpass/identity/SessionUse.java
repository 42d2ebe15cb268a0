package doppelpass.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** That a session is used is written once a minute, not with every request: looking at a page writes nothing. */
@Configuration
class SessionUse {
    private static final String UPDATE = """
            update identity.spring_session s
            set session_id = n.session_id, last_access_time = n.last_access_time, max_inactive_interval = n.max_inactive_interval,
              expiry_time = n.expiry_time, principal_name = n.principal_name
            from (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time,
              cast(? as int) as max_inactive_interval, cast(? as bigint) as expiry_time, cast(? as varchar(100)) as principal_name,
              cast(? as char(36)) as primary_id) n
            where s.primary_id = n.primary_id
              and (s.session_id <> n.session_id or s.max_inactive_interval <> n.max_inactive_interval
                or s.principal_name is distinct from n.principal_name
                or n.last_access_time not between s.last_access_time and s.last_access_time + 60000)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> usedOncePerMinute() {
        return repository -> repository.setUpdateSessionQuery(UPDATE);
    }
}
