package doppelpass.kpi;

import doppelpass.identity.OrganisationFounded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A new organisation begins with the usual definitions: to be read, argued about and signed by both teams. */
@Component
class StartDefinitions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DefinitionTable table;
    private final Clock clock;

    StartDefinitions(DefinitionTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @EventListener
    void founded(OrganisationFounded event) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), event.organisation().zone());
        table.insert(read(today));
    }

    static List<Kpi.Row> read(LocalDate validFrom) {
        List<Kpi.Row> rows = new ArrayList<>();
        try (InputStream file = StartDefinitions.class.getResourceAsStream("start-definitions.json")) {
            JSON.readTree(Objects.requireNonNull(file)).forEach(node -> rows.add(row(node, validFrom)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Kpi.Row row(JsonNode node, LocalDate validFrom) {
        JsonNode band = node.get("band");
        return new Kpi.Row(
                0,
                text(node, "code"),
                1,
                node.required("formula").toString(),
                both(node, "name"),
                both(node, "text"),
                both(node, "date"),
                Basis.valueOf(text(node, "basis")),
                node.path("maturity").asInt(0),
                node.path("minN").asInt(30),
                Unit.valueOf(text(node, "unit")),
                Direction.valueOf(text(node, "direction")),
                edge(band, 0),
                edge(band, 1),
                text(node, "owner"),
                validFrom,
                node.has("coverage") ? text(node, "coverage") : null,
                List.of());
    }

    private static @Nullable BigDecimal edge(@Nullable JsonNode band, int place) {
        return band == null ? null : band.get(place).decimalValue();
    }

    private static Map<String, String> both(JsonNode node, String name) {
        return Map.of("de", text(node.required("de"), name), "en", text(node.required("en"), name));
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).stringValue();
    }
}
