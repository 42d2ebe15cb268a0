package doppelpass.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without a window: cookies, the CSRF token of the last page, redirects shown rather than followed. */
public final class WebClient {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" content=\"([^\"]*)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String csrf = "";

    WebClient(String base) {
        this.base = base;
    }

    void signIn(String mail, String password) {
        get("/sign-in");
        HttpResponse<String> answer = send("POST", "/sign-in", Map.of("mail", mail, "password", password));
        if (answer.headers().firstValue("Location").orElse("").contains("failed")) {
            throw new AssertionError("Sign-in failed for " + mail);
        }
        get("/me");
    }

    public HttpResponse<String> get(String path) {
        return answer(request(path).GET());
    }

    /** A file line by line, never whole in memory. */
    public <T> T lines(String path, Function<Stream<String>, T> use) {
        try {
            HttpResponse<Stream<String>> answer =
                    http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofLines());
            if (answer.statusCode() != 200) throw new AssertionError(path + " answers " + answer.statusCode());
            try (Stream<String> lines = answer.body()) {
                return use.apply(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file as it comes. */
    public byte[] bytes(String path) {
        try {
            return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The fragment alone, as htmx asks for it. */
    public HttpResponse<String> fragment(String path) {
        return answer(request(path).header("HX-Request", "true").GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        return send("POST", path, form);
    }

    /** Any method with form fields and the CSRF token of the last page. */
    public HttpResponse<String> send(String method, String path, Map<String, String> form) {
        return send(method, path, form.entrySet());
    }

    /** The same, where a field has several values. */
    public HttpResponse<String> send(
            String method, String path, Collection<? extends Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return answer(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", csrf)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** As if the page had been opened in another session. */
    public void forgetToken() {
        csrf = "from-another-session";
    }

    /** A form with one file and further fields, as a browser uploads it. */
    public HttpResponse<String> upload(
            String path, String name, String fileName, byte[] content, Map<String, String> form) {
        String edge = "doppelpass-edge";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((field, value) -> body.writeBytes(
                ("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                ("--" + edge + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n--" + edge
                                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return answer(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A card dropped in another column of a board, as htmx sends it from the page at {@code from}. */
    public HttpResponse<String> move(String path, String stage, String from) {
        return answer(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", csrf)
                .header("HX-Request", "true")
                .header("HX-Current-URL", base + from)
                .PUT(HttpRequest.BodyPublishers.ofString("stage=" + encode(stage))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1).replace("&amp;", "&");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
