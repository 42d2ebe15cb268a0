package doppelpass.demo;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** While the example company is made, its story's clock is everybody's. */
@Configuration
@Profile("demo")
class StoryClocks {
    @Bean
    @Primary
    StoryClock storyClock(@Qualifier("clock") Clock clock) {
        return new StoryClock(clock.instant());
    }
}
