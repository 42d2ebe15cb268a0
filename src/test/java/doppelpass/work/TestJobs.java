package doppelpass.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Kinds of work that tests put into the queue; what ran is {@code seen}. */
@Component
class TestJobs {
    final List<String> seen = new CopyOnWriteArrayList<>();

    @FunctionalInterface
    interface Body {
        void run(Run run) throws Exception;
    }

    record Plain(String kind, Body body, int atOnce) implements Job {
        @Override
        public void run(Run run) throws Exception {
            body.run(run);
        }

        @Override
        public int attempts() {
            return 3;
        }
    }

    @Bean
    Job note() {
        return new Plain("test.note", run -> seen.add(run.payload()), 100);
    }

    @Bean
    Job fail() {
        return new Plain(
                "test.fail",
                run -> {
                    throw new IllegalStateException(run.payload());
                },
                100);
    }

    @Bean
    Job single() {
        return new Plain("test.single", run -> seen.add(run.payload()), 1);
    }

    /** Writes something, marks itself done in the same transaction and then fails: neither may remain. */
    @Bean
    Job effect(DSLContext db, TransactionTemplate transaction) {
        return new Plain(
                "test.effect",
                run -> transaction.executeWithoutResult(t -> {
                    db.execute("insert into work.recurring values ('effect', now())");
                    run.done();
                    seen.add("effect tried");
                    throw new IllegalStateException("too late");
                }),
                100);
    }

    @Bean
    Job hourly() {
        return new Job() {
            @Override
            public String kind() {
                return "test.hourly";
            }

            @Override
            public void run(Run run) {
                seen.add("hourly");
            }

            @Override
            public Optional<Instant> next(Instant now) {
                return Optional.of(now.plus(Duration.ofHours(1)));
            }
        };
    }
}
