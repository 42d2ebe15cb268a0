package doppelpass.web;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * So many requests are worked on at once; the others wait before they cost anything. Without it a rush takes all memory
 * with requests that only wait for a connection to the database, and the server dies of it.
 */
@Component
class Turnstile implements WebServerFactoryCustomizer<TomcatWebServerFactory>, DisposableBean {
    private final ThreadPoolExecutor turns;

    Turnstile(@Value("${doppelpass.requests-at-once:100}") int atOnce) {
        turns = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                60,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().name("request-", 1).factory());
        turns.allowCoreThreadTimeOut(true);
    }

    /** Comes after Spring Boot's own, which would start a thread for each request. */
    @Override
    public void customize(TomcatWebServerFactory server) {
        server.addProtocolHandlerCustomizers(protocol -> protocol.setExecutor(turns));
    }

    ThreadPoolExecutor turns() {
        return turns;
    }

    @Override
    public void destroy() {
        turns.shutdown();
    }
}
