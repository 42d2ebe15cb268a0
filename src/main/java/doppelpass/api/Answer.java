package doppelpass.api;

import org.jspecify.annotations.Nullable;

/** What a request that may have an effect is answered with, so that it can be told again. */
record Answer(
        int status, @Nullable String location, @Nullable String etag, String body, boolean again) {

    static Answer of(int status, @Nullable String location, @Nullable String etag, Object body) {
        return new Answer(status, location, etag, Json.text(body), false);
    }

    static Answer gone() {
        return new Answer(204, null, null, "", false);
    }
}
