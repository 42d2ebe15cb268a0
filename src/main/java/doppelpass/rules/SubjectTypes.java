package doppelpass.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows subjects to the type checker as structs. The library wants providers immutable because it shares them; this one
 * lives for a single check.
 */
@SuppressWarnings("Immutable")
final class SubjectTypes implements CelTypeProvider {
    static final CelType DATE = OpaqueType.create("date");
    private static final String PREFIX = "subject.";

    private final Subjects subjects;

    SubjectTypes(Subjects subjects) {
        this.subjects = subjects;
    }

    static CelType of(Subject subject) {
        return StructTypeReference.create(PREFIX + subject.name());
    }

    /** The subject behind a type name in the checker's messages. */
    static Optional<Subject> named(String typeName, Subjects subjects) {
        return typeName.startsWith(PREFIX) ? subjects.find(typeName.substring(PREFIX.length())) : Optional.empty();
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.of();
    }

    @Override
    public Optional<CelType> findType(String typeName) {
        return named(typeName, subjects).map(this::struct);
    }

    private CelType struct(Subject subject) {
        Set<String> names = new HashSet<>(subject.fields().keySet());
        names.addAll(subject.relations().keySet());
        return StructType.create(
                PREFIX + subject.name(), ImmutableSet.copyOf(names), name -> Optional.ofNullable(type(subject, name)));
    }

    private @Nullable CelType type(Subject subject, String name) {
        SubjectField field = subject.fields().get(name);
        if (field != null) return of(field.type());
        Relation relation = subject.relations().get(name);
        if (relation == null) return null;
        CelType target = of(subjects.get(relation.target()));
        return relation.many() ? ListType.create(target) : target;
    }

    private static CelType of(FieldType type) {
        return switch (type) {
            case STRING -> SimpleType.STRING;
            case INT -> SimpleType.INT;
            case DECIMAL -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
            case DATE -> DATE;
            case LIST_OF_STRING -> ListType.create(SimpleType.STRING);
        };
    }
}
