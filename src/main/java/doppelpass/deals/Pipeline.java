package doppelpass.deals;

import java.util.List;

/** A way deals go, stage by stage; the open stages in order, then won and lost. */
public record Pipeline(long id, String name, int position, List<Stage> stages) {
    public Pipeline {
        stages = List.copyOf(stages);
    }

    public List<Stage> openStages() {
        return stages.stream().filter(Stage::open).toList();
    }
}
