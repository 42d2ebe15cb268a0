package doppelpass.api;

import doppelpass.lists.plug.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of records as the guide tells it. */
public record Described(String name, List<Field> fields) {

    /** {@code writes}: never, first or always; {@code choices} are codes, {@code target} names a list. */
    public record Field(
            String name,
            String label,
            Kind kind,
            String writes,
            boolean required,
            boolean reads,
            List<String> choices,
            @Nullable String target) {}

    static Described of(RecordKind kind) {
        return new Described(
                kind.name(), kind.fields().stream().map(Described::field).toList());
    }

    private static Field field(ApiField f) {
        return new Field(
                f.name(),
                f.label(),
                f.kind(),
                f.writes().name().toLowerCase(java.util.Locale.ROOT),
                f.required(),
                f.reads(),
                f.choices(),
                f.target());
    }
}
