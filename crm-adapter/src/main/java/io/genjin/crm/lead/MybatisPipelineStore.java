package io.genjin.crm.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MybatisPipelineStore implements PipelineStore {
    private final StageMapper stages;

    MybatisPipelineStore(StageMapper stages) {
        this.stages = stages;
    }

    @Override
    public Pipeline current() {
        return pipeline(stages.all());
    }

    @Override
    @Transactional
    public Stage add(String name, StageKind kind, Instant now) {
        Pipeline before = pipeline(stages.allLocked());
        Stage stage = new Stage(StageId.next(), name, kind, 0, false);
        Pipeline after = PipelineEdits.adding(before, stage);
        save(before, after, now);
        return after.require(stage.id());
    }

    @Override
    @Transactional
    public boolean rename(StageId id, String name, Instant now) {
        Pipeline before = pipeline(stages.allLocked());
        return saveIfAny(before, PipelineEdits.renaming(before, id, name), now);
    }

    @Override
    @Transactional
    public void reorder(List<StageId> order, Instant now) {
        Pipeline before = pipeline(stages.allLocked());
        save(before, PipelineEdits.ordering(before, order), now);
    }

    @Override
    @Transactional
    public boolean retire(StageId id, Instant now) {
        Pipeline before = pipeline(stages.allLocked());
        return saveIfAny(before, PipelineEdits.retiring(before, id), now);
    }

    private boolean saveIfAny(Pipeline before, Optional<Pipeline> after, Instant now) {
        after.ifPresent(pipeline -> save(before, pipeline, now));
        return after.isPresent();
    }

    private void save(Pipeline before, Pipeline after, Instant now) {
        for (Stage stage : after.stages()) {
            Optional<Stage> known = before.find(stage.id());
            if (known.isEmpty()) {
                stages.insert(StageRow.of(stage, now));
            } else if (!known.get().equals(stage)) {
                stages.updateById(StageRow.of(stage, now));
            }
        }
    }

    private static Pipeline pipeline(List<StageRow> rows) {
        return new Pipeline(rows.stream().map(StageRow::toStage).toList());
    }
}
