package doppelpass.testing;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Gives each member of the cast a {@link WebClient} that is signed in over HTTP, as a browser would be. */
@Component
public class TestBrowsers {
    private final Environment environment;

    TestBrowsers(Environment environment) {
        this.environment = environment;
    }

    public String url() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** Signed in as a member of the cast, for example {@code as("svea")}. */
    public WebClient as(String name) {
        WebClient client = new WebClient(url());
        client.signIn(name + "@kern.test", Cast.PASSWORD);
        return client;
    }

    /** Signed in as somebody who is not of the cast. */
    public WebClient with(String mail, String password) {
        WebClient client = new WebClient(url());
        client.signIn(mail, password);
        return client;
    }

    public WebClient stranger() {
        return new WebClient(url());
    }
}
