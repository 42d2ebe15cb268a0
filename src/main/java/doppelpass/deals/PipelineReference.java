package doppelpass.deals;

import doppelpass.identity.Person;
import doppelpass.lists.plug.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pipelines with their stages, for programs. */
@Component
class PipelineReference implements Reference {
    private final Pipelines pipelines;

    PipelineReference(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public String name() {
        return "pipelines";
    }

    @Override
    public String page() {
        return "/deals";
    }

    @Override
    public List<Map<String, @Nullable Object>> all(Person reader) {
        return pipelines.all().stream().map(PipelineReference::told).toList();
    }

    private static Map<String, @Nullable Object> told(Pipeline pipeline) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", pipeline.id());
        told.put("name", pipeline.name());
        told.put(
                "stages",
                pipeline.stages().stream().map(PipelineReference::stage).toList());
        return told;
    }

    private static Map<String, Object> stage(Stage stage) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", stage.id());
        told.put("name", stage.name());
        told.put("kind", stage.kind().code());
        told.put("probability", stage.probability());
        return told;
    }
}
