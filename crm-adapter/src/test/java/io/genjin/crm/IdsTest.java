package io.genjin.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.lead.LeadId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsSortInTheOrderInWhichTheyWereMade() {
        List<String> made = IntStream.range(0, 5_000).mapToObj(i -> Ids.next()).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(Ids::isId);
    }

    @Test
    void anIdIsAUuidOfVersionSeven() {
        assertThat(Ids.next()).hasSize(32).matches(".{12}7.{3}[89ab].{15}");
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThatThrownBy(() -> new LeadId("1 OR 1=1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Ids.isId(Ids.next().toUpperCase(Locale.ROOT))).isFalse();
        assertThat(Ids.isId("")).isFalse();
    }
}
