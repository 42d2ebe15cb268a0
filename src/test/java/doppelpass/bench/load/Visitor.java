package doppelpass.bench.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Somebody who is signed in with a browser and a program, and some of the records they may see.
 *
 * @param records ids by kind: contact, company, lead, deal
 */
record Visitor(String base, String mail, String session, String token, Map<String, List<Long>> records) {
    /** Long enough for a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    long record(String kind, long turn) {
        List<Long> ids = records.get(kind);
        return ids.get((int) (turn % ids.size()));
    }

    /** Asks for a page, or a part of one, as a browser does; what is wrong with the answer, or nothing. */
    String see(String path, boolean part) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Cookie", "dp=" + session);
        if (part) request.header("HX-Request", "true");
        HttpResponse<byte[]> answer = send(request.GET());
        String html = text(answer);
        boolean whole =
                answer.statusCode() == 200 && (part || html.stripTrailing().endsWith("</html>"));
        return whole ? "" : wrong("GET", path, answer.statusCode(), html);
    }

    /** Asks the API. */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/v1" + path).header("Authorization", "Bearer " + token);
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        HttpResponse<byte[]> answer = send(request.method(method, HttpRequest.BodyPublishers.ofString(body)));
        String json = text(answer);
        boolean good = answer.statusCode() == (method.equals("POST") ? 201 : 200) && json.startsWith("{");
        return good ? "" : wrong(method, path, answer.statusCode(), json);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).header("Accept-Encoding", "gzip");
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readAllBytes();
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private String wrong(String method, String path, int status, String body) {
        String words = body.replaceAll("(?s)<(script|style|nav|head)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return method + " " + path + " as " + mail + " answered " + status + ": "
                + words.substring(0, Math.min(words.length(), 300));
    }
}
