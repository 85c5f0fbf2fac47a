package io.genjin.crm.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The default pipeline in memory, under the ids that the migration gives it. */
public class MemoryPipelineStore implements PipelineStore {
    private Pipeline pipeline = byDefault();

    private static Pipeline byDefault() {
        List<Stage> stages = new ArrayList<>();
        for (String name : List.of("初步接触", "需求诊断", "方案演示", "商务谈判", "赢单", "输单")) {
            int place = stages.size() + 1;
            StageKind kind = place <= 4 ? StageKind.OPEN : place == 5 ? StageKind.WON : StageKind.LOST;
            stages.add(new Stage(new StageId("0000000000007000800000000000000" + place), name, kind, place, false));
        }
        return new Pipeline(stages);
    }

    @Override
    public synchronized Pipeline current() {
        return pipeline;
    }

    @Override
    public synchronized Stage add(String name, StageKind kind, Instant now) {
        Stage stage = new Stage(StageId.next(), name, kind, 0, false);
        pipeline = PipelineEdits.adding(pipeline, stage);
        return pipeline.require(stage.id());
    }

    @Override
    public synchronized boolean rename(StageId id, String name, Instant now) {
        return take(PipelineEdits.renaming(pipeline, id, name));
    }

    @Override
    public synchronized void reorder(List<StageId> order, Instant now) {
        pipeline = PipelineEdits.ordering(pipeline, order);
    }

    @Override
    public synchronized boolean retire(StageId id, Instant now) {
        return take(PipelineEdits.retiring(pipeline, id));
    }

    private boolean take(Optional<Pipeline> changed) {
        changed.ifPresent(after -> pipeline = after);
        return changed.isPresent();
    }
}
