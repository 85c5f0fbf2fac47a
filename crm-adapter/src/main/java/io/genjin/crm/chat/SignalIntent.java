package io.genjin.crm.chat;

/** What a customer wants; the label is the word on screens. */
public enum SignalIntent {
    QUOTE("报价"),
    TRIAL("试用"),
    CONTRACT("合同");

    private final String label;

    SignalIntent(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
