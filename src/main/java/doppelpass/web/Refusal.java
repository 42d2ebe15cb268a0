package doppelpass.web;

import org.springframework.http.HttpStatus;

/** An expected no: shown to the reader as a plain sentence from the message catalogue, nothing is changed. */
public final class Refusal extends RuntimeException {
    private final HttpStatus status;
    private final String key;
    private final transient Object[] arguments;
    private final String remedy;

    private Refusal(HttpStatus status, String remedy, String key, Object... arguments) {
        super(key);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
        this.remedy = remedy;
    }

    /** The request cannot be met as it is (422). */
    public static Refusal of(String key, Object... arguments) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "", key, arguments);
    }

    /** There is no such record, or it is not for this reader (404). */
    public static Refusal notFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "", "web.error.notFound");
    }

    /** Somebody else was faster (409). */
    public static Refusal conflict(String key, Object... arguments) {
        return new Refusal(HttpStatus.CONFLICT, "", key, arguments);
    }

    /** The reader may not do this (403). */
    public static Refusal forbidden(String key, Object... arguments) {
        return new Refusal(HttpStatus.FORBIDDEN, "", key, arguments);
    }

    static Refusal with(HttpStatus status, String key) {
        return new Refusal(status, "", key);
    }

    /** The same with the page on which the reader can do something about it. */
    public Refusal remediedAt(String path) {
        return new Refusal(status, path, key, arguments);
    }

    public String remedy() {
        return remedy;
    }

    public HttpStatus status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public String text(java.util.Locale locale) {
        return Messages.text(locale, key, arguments);
    }
}
