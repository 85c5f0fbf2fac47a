package io.genjin.crm.lead;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a pipeline becomes when an administrator changes it. Each gives the whole pipeline anew. */
final class PipelineEdits {
    private PipelineEdits() {}

    /** With one more stage, after the others of its kind and before those that follow in the order of kinds. */
    static Pipeline adding(Pipeline before, Stage stage) {
        requireFree(before, stage);
        List<Stage> order = new ArrayList<>(before.stages());
        int place = (int) order.stream()
                .filter(other -> other.kind().compareTo(stage.kind()) <= 0)
                .count();
        order.add(place, stage);
        return numbered(order);
    }

    static Optional<Pipeline> renaming(Pipeline before, StageId id, String name) {
        return before.find(id).map(stage -> {
            Stage renamed = new Stage(id, name, stage.kind(), stage.position(), stage.retired());
            requireFree(before, renamed);
            return replacing(before, renamed);
        });
    }

    /** @throws IllegalArgumentException unless the order names each offered stage once */
    static Pipeline ordering(Pipeline before, List<StageId> order) {
        List<StageId> offered = before.offered().stream().map(Stage::id).toList();
        if (order.size() != offered.size() || !new HashSet<>(order).equals(new HashSet<>(offered))) {
            throw new IllegalArgumentException("an order names each offered stage once");
        }
        List<Stage> stages = new ArrayList<>(order.stream().map(before::require).toList());
        before.stages().stream().filter(Stage::retired).forEach(stages::add);
        return numbered(stages);
    }

    /** Empty when it is not offered, or the last one of its kind. */
    static Optional<Pipeline> retiring(Pipeline before, StageId id) {
        return before.find(id)
                .filter(stage -> !stage.retired())
                .filter(stage -> before.offered().stream().anyMatch(other -> isPeer(stage, other)))
                .map(stage -> replacing(before, new Stage(id, stage.name(), stage.kind(), stage.position(), true)));
    }

    private static boolean isPeer(Stage stage, Stage other) {
        return other.kind() == stage.kind() && !other.id().equals(stage.id());
    }

    private static void requireFree(Pipeline pipeline, Stage wanted) {
        if (pipeline.named(wanted.name())
                .filter(other -> !other.id().equals(wanted.id()))
                .isPresent()) {
            throw new IllegalArgumentException("a stage of this name is offered already");
        }
    }

    private static Pipeline replacing(Pipeline before, Stage changed) {
        return new Pipeline(before.stages().stream()
                .map(stage -> stage.id().equals(changed.id()) ? changed : stage)
                .toList());
    }

    private static Pipeline numbered(List<Stage> order) {
        List<Stage> stages = new ArrayList<>();
        for (Stage stage : order) {
            stages.add(new Stage(stage.id(), stage.name(), stage.kind(), stages.size() + 1, stage.retired()));
        }
        return new Pipeline(stages);
    }
}
