package io.genjin.crm.lead;

import io.genjin.crm.NoSuchRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All stages in their order, the retired ones among them: a lead may still be in one. */
public record Pipeline(List<Stage> stages) {
    /** @throws IllegalArgumentException when no open stage is left to begin with */
    public Pipeline {
        stages = stages.stream()
                .sorted(Comparator.comparingInt(Stage::position)
                        .thenComparing(stage -> stage.id().value()))
                .toList();
        if (stages.stream().noneMatch(stage -> stage.isOpen() && !stage.retired())) {
            throw new IllegalArgumentException("a pipeline has at least one open stage");
        }
    }

    /** Where a new lead begins. */
    public Stage first() {
        return offered().stream().filter(Stage::isOpen).findFirst().orElseThrow();
    }

    /** The stages that somebody may choose, in order. */
    public List<Stage> offered() {
        return stages.stream().filter(stage -> !stage.retired()).toList();
    }

    public Optional<Stage> find(StageId id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** @throws NoSuchRecord when there is none */
    public Stage require(StageId id) {
        return find(id).orElseThrow(() -> new NoSuchRecord(id));
    }

    /** By its exact name, among those offered. */
    public Optional<Stage> named(String name) {
        return offered().stream()
                .filter(stage -> stage.name().equals(name.strip()))
                .findFirst();
    }

    /** Every open stage, retired or not. */
    public List<StageId> openStages() {
        return stages.stream().filter(Stage::isOpen).map(Stage::id).toList();
    }
}
