package io.genjin.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void aLatinNameInsideALongerWordIsNotNamed() {
        assertThat(named("asap 发我报价", "SAP")).isEmpty();
        assertThat(named("要3600个账号", "360")).isEmpty();
    }

    @Test
    void aLatinNameIsFoundWhereItsWordEnds() {
        assertThat(named("ABB20台要报价", "ABB")).containsExactly("ABB");
        assertThat(named("the ABB deal", "ABB")).containsExactly("ABB");
        assertThat(named("ASAP 给 SAP 报价", "SAP")).containsExactly("SAP");
        assertThat(named("ｓａｐ要报价", "SAP")).containsExactly("SAP");
    }

    @Test
    void spacesInsideANameDoNotMatter() {
        assertThat(named("给General  Electric报价", "general electric")).containsExactly("general electric");
        assertThat(named("华 东 快消要报价", "华东快消", "华东")).containsExactly("华东快消");
    }

    @Test
    void aShortNameIsFoundBesideTheLongerOneThatHoldsIt() {
        assertThat(named("华东快消和华东", "华东", "华东快消")).containsExactly("华东快消", "华东");
    }

    private static List<String> named(String text, String... names) {
        List<Customer> customers = Arrays.stream(names)
                .map(name -> new Customer(CustomerId.next(), name, List.of(), null, null, 0))
                .toList();
        return Names.namedIn(text, customers).stream().map(Customer::name).toList();
    }
}
