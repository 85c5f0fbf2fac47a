package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.lead.PipelineStore;
import io.genjin.crm.lead.Stage;
import io.genjin.crm.lead.StageId;
import io.genjin.crm.lead.StageKind;
import io.genjin.crm.testing.TestCrm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class PipelineContract {
    private PipelineStore pipeline;

    protected abstract TestCrm crm();

    @BeforeEach
    void begin() {
        pipeline = crm().pipeline();
    }

    @Test
    void itBeginsWithTheSixStages() {
        assertThat(names()).containsExactly("初步接触", "需求诊断", "方案演示", "商务谈判", "赢单", "输单");
        assertThat(pipeline.current().first().name()).isEqualTo("初步接触");
        assertThat(pipeline.current().openStages()).hasSize(4);
        assertThat(stage("赢单").kind()).isEqualTo(StageKind.WON);
        assertThat(stage("输单").kind()).isEqualTo(StageKind.LOST);
    }

    @Test
    void aNewOpenStageComesBeforeTheDecidedOnes() {
        Stage added = pipeline.add("试点", StageKind.OPEN, NOW);
        assertThat(names()).containsExactly("初步接触", "需求诊断", "方案演示", "商务谈判", "试点", "赢单", "输单");
        assertThat(added.position()).isEqualTo(5);
        assertThatThrownBy(() -> pipeline.add("试点", StageKind.OPEN, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStageCanBeRenamedToAFreeName() {
        assertThat(pipeline.rename(stage("方案演示").id(), "产品演示", NOW)).isTrue();
        assertThat(names()).contains("产品演示").doesNotContain("方案演示");
        assertThatThrownBy(() -> pipeline.rename(stage("产品演示").id(), "赢单", NOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(pipeline.rename(StageId.next(), "无", NOW)).isFalse();
    }

    @Test
    void anOrderNamesEachOfferedStageOnce() {
        List<StageId> order = new ArrayList<>(
                pipeline.current().offered().stream().map(Stage::id).toList());
        Collections.swap(order, 0, 1);
        pipeline.reorder(order, NOW);
        assertThat(names()).startsWith("需求诊断", "初步接触", "方案演示");
        assertThatThrownBy(() -> pipeline.reorder(order.subList(1, 6), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRetiredStageIsNotOfferedButStaysKnown() {
        StageId demo = stage("方案演示").id();
        assertThat(pipeline.retire(demo, NOW)).isTrue();
        assertThat(pipeline.retire(demo, NOW)).isFalse();
        assertThat(names()).doesNotContain("方案演示");
        assertThat(pipeline.current().require(demo).retired()).isTrue();
        assertThat(pipeline.current().openStages()).contains(demo);
        assertThat(pipeline.retire(stage("赢单").id(), NOW)).isFalse();
    }

    private List<String> names() {
        return pipeline.current().offered().stream().map(Stage::name).toList();
    }

    private Stage stage(String name) {
        return pipeline.current().named(name).orElseThrow();
    }
}
