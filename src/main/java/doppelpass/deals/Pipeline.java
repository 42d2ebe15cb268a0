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

    /** The stages a deal has been through, or skipped, when it stands in this one; what is lost has reached nothing. */
    List<Long> reached(Stage stage) {
        if (stage.kind() == Stage.Kind.LOST) return List.of();
        boolean won = stage.kind() == Stage.Kind.WON;
        return stages.stream()
                .filter(s -> s.open() ? won || s.position() <= stage.position() : s.id() == stage.id())
                .map(Stage::id)
                .toList();
    }
}
