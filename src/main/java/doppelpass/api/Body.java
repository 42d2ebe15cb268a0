package doppelpass.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What a request carries: JSON of limited size, and what tells it from another with the same key. */
record Body(byte[] bytes, String fingerprint) {
    private static final int RECORD = 1 << 20;
    private static final int BATCH = 10 << 20;

    static Body of(HttpServletRequest request) throws IOException {
        return read(request, RECORD);
    }

    static Body ofBatch(HttpServletRequest request) throws IOException {
        return read(request, BATCH);
    }

    JsonNode json() {
        return Json.read(bytes);
    }

    Map<String, JsonNode> object() {
        return Json.object(json());
    }

    private static Body read(HttpServletRequest request, int limit) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) throw Problem.of(413, "too-large").said("api.error.tooLarge", limit >> 20);
        // what a form sends was read before as its parameters
        boolean sent = bytes.length > 0 || request.getContentLengthLong() > 0;
        if (sent && !json(request.getContentType()))
            throw Problem.of(415, "media-type").said("api.error.mediaType");
        return new Body(bytes, fingerprint(request, bytes));
    }

    private static boolean json(@org.jspecify.annotations.Nullable String type) {
        try {
            MediaType known = type == null ? MediaType.APPLICATION_JSON : MediaType.parseMediaType(type);
            return known.getSubtype().equals("json") || known.getSubtype().endsWith("+json");
        } catch (InvalidMediaTypeException nonsense) {
            return false;
        }
    }

    private static String fingerprint(HttpServletRequest request, byte[] bytes) {
        String head = request.getMethod() + "\n" + request.getRequestURI() + "\n" + request.getQueryString() + "\n"
                + request.getHeader(HttpHeaders.IF_MATCH) + "\n";
        return doppelpass.identity.Tokens.hash(head + java.util.HexFormat.of().formatHex(bytes));
    }
}
