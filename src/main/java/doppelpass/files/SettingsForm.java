package doppelpass.files;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of files as a page sends them. */
public record SettingsForm(
        @Nullable String megabytes,
        @Nullable String host,
        @Nullable String port,
        @Nullable String silence) {

    static SettingsForm of(Settings s) {
        return new SettingsForm(
                Long.toString(s.largestMegabytes()),
                s.scannerHost(),
                Integer.toString(s.scannerPort()),
                s.quarantine() ? "quarantine" : "refuse");
    }

    /** Field → message key of what is wrong. */
    Map<String, String> errors() {
        Map<String, String> errors = new HashMap<>();
        long size = number(megabytes);
        if (size < 1 || size > Settings.MOST_MEGABYTES) errors.put("megabytes", "files.error.megabytes");
        if (!text(host).matches("[\\w.:\\[\\]-]{0,200}")) errors.put("host", "files.error.host");
        if (number(port) < 1 || number(port) > 65_535) errors.put("port", "files.error.port");
        return errors;
    }

    Settings toSettings() {
        return new Settings(
                number(megabytes) * Settings.MEGABYTE,
                text(host),
                (int) number(port),
                text(silence).equals("quarantine"));
    }

    public String value(String field) {
        return text(
                switch (field) {
                    case "megabytes" -> megabytes;
                    case "host" -> host;
                    case "port" -> port;
                    default -> silence;
                });
    }

    private static long number(@Nullable String text) {
        return text(text).matches("\\d{1,9}") ? Long.parseLong(text(text)) : 0;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
