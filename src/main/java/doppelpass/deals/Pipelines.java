package doppelpass.deals;

import doppelpass.web.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways deals go: read by everybody, shaped by administrators. */
@Component
public class Pipelines {
    private static final int LONGEST = 100;

    private final PipelineTable table;

    Pipelines(PipelineTable table) {
        this.table = table;
    }

    public List<Pipeline> all() {
        return table.pipelines();
    }

    public Pipeline find(long id) {
        return all().stream().filter(p -> p.id() == id).findFirst().orElseThrow(Refusal::notFound);
    }

    public Stage stage(long id) {
        return all().stream()
                .flatMap(p -> p.stages().stream())
                .filter(s -> s.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    List<Long> reached(Stage stage) {
        return find(stage.pipelineId()).reached(stage);
    }

    /** Where a deal starts if nobody says otherwise. */
    public Stage first() {
        return all().stream()
                .flatMap(p -> p.openStages().stream())
                .findFirst()
                .orElseThrow(() -> Refusal.of("deals.error.noPipeline"));
    }

    Stage firstOpen(long pipeline) {
        return find(pipeline).openStages().getFirst();
    }

    /** The stage of the same pipeline in which deals end. */
    Stage closing(Stage of, Stage.Kind kind) {
        return find(of.pipelineId()).stages().stream()
                .filter(s -> s.kind() == kind)
                .findFirst()
                .orElseThrow(() -> Refusal.of("deals.error.noPipeline"));
    }

    /** A pipeline with one open stage; {@code names}: of the pipeline, its first stage, won and lost. */
    @Transactional
    public long add(PipelineNames names) {
        demandFree(names.pipeline(), 0);
        long id = table.insertPipeline(text(names.pipeline()));
        table.insertStage(id, text(names.first()), Stage.Kind.OPEN, 10);
        table.insertStage(id, text(names.won()), Stage.Kind.WON, 100);
        table.insertStage(id, text(names.lost()), Stage.Kind.LOST, 0);
        return id;
    }

    /** What a new pipeline and its first stages are called. */
    public record PipelineNames(String pipeline, String first, String won, String lost) {}

    @Transactional
    public void rename(long id, String name) {
        find(id);
        demandFree(name, id);
        table.renamePipeline(id, text(name));
    }

    @Transactional
    public void addStage(long pipeline, String name, int probability) {
        table.lock(pipeline);
        demandFreeStage(find(pipeline), name, 0);
        table.insertStage(pipeline, text(name), Stage.Kind.OPEN, percent(probability));
    }

    /** Renames a stage; won stays at 100 and lost at 0 percent. */
    @Transactional
    public void changeStage(long id, String name, int probability) {
        Stage stage = stage(id);
        table.lock(stage.pipelineId());
        demandFreeStage(find(stage.pipelineId()), name, id);
        table.updateStage(id, text(name), stage.open() ? percent(probability) : stage.probability());
    }

    /** Swaps an open stage with its neighbour towards the start or the end. */
    @Transactional
    public void shiftStage(long id, boolean towardsStart) {
        Stage stage = stage(id);
        table.lock(stage.pipelineId());
        List<Stage> open = new ArrayList<>(find(stage.pipelineId()).openStages());
        int place = open.indexOf(stage);
        int other = place + (towardsStart ? -1 : 1);
        if (place < 0 || other < 0 || other >= open.size()) {
            return;
        }
        Collections.swap(open, place, other);
        for (int i = 0; i < open.size(); i++) {
            table.place(open.get(i).id(), i + 1);
        }
    }

    /** Deletes an open stage no deal ever stood in; a pipeline keeps at least one. */
    @Transactional
    public void deleteStage(long id) {
        Stage stage = stage(id);
        table.lock(stage.pipelineId());
        if (!stage.open() || find(stage.pipelineId()).openStages().size() == 1) {
            throw Refusal.of("deals.error.stageNeeded");
        }
        if (table.used(id)) {
            throw Refusal.conflict("deals.error.stageUsed", stage.name());
        }
        table.deleteStage(id);
    }

    private void demandFree(String name, long id) {
        if (all().stream().anyMatch(p -> p.id() != id && p.name().equalsIgnoreCase(name.strip()))) {
            throw Refusal.conflict("deals.error.nameTaken", name.strip());
        }
    }

    private static void demandFreeStage(Pipeline pipeline, String name, long id) {
        if (pipeline.stages().stream().anyMatch(s -> s.id() != id && s.name().equalsIgnoreCase(name.strip()))) {
            throw Refusal.conflict("deals.error.nameTaken", name.strip());
        }
    }

    private static String text(String name) {
        if (name.isBlank() || name.strip().length() > LONGEST) {
            throw Refusal.of("deals.error.stageName", LONGEST);
        }
        return name.strip();
    }

    private static int percent(int probability) {
        if (probability < 0 || probability > 100) {
            throw Refusal.of("deals.error.probability");
        }
        return probability;
    }
}
