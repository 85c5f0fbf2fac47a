package io.genjin.crm.contract;

import static io.genjin.crm.contract.Given.NOW;
import static io.genjin.crm.contract.Given.later;
import static io.genjin.crm.contract.Given.says;
import static io.genjin.crm.contract.Given.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genjin.crm.NoSuchRecord;
import io.genjin.crm.chat.ChatMessage;
import io.genjin.crm.chat.ChatStore;
import io.genjin.crm.chat.ChatThread;
import io.genjin.crm.chat.FoundSignal;
import io.genjin.crm.chat.MessageId;
import io.genjin.crm.chat.SignalIntent;
import io.genjin.crm.chat.SignalPolarity;
import io.genjin.crm.chat.Speaker;
import io.genjin.crm.chat.ThreadId;
import io.genjin.crm.chat.ThreadParties;
import io.genjin.crm.customer.Contact;
import io.genjin.crm.customer.CustomerId;
import io.genjin.crm.customer.Dealing;
import io.genjin.crm.member.MemberId;
import io.genjin.crm.testing.TestCrm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ChatContract {
    private static final MemberId LI = MemberId.next();
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private TestCrm crm;
    private ChatStore chats;
    private CustomerId east;
    private Contact wang;

    protected abstract TestCrm crm();

    @BeforeEach
    void begin() {
        crm = crm();
        chats = crm.chats();
        east = crm.customers().create("华东快消", NOW).id();
        wang = crm.customers().saveContact(east, "王总", "wm1", NOW);
    }

    @Test
    void oneContactAndOneRepHaveOneConversation() {
        List<ChatThread> begun = together(6, () -> chats.threadOf(ThreadParties.of(wang, LI), NOW));
        assertThat(begun.stream().map(ChatThread::id).distinct()).hasSize(1);
        assertThat(begun.get(0)).isEqualTo(new ChatThread(begun.get(0).id(), east, wang.id(), LI, null));
        Set<ThreadId> others = Set.of(
                thread(null), chats.threadOf(ThreadParties.of(east, LI), NOW).id(),
                chats.threadOf(ThreadParties.unsettled(LI), NOW).id(), thread(MemberId.next()));
        assertThat(others).hasSize(4).doesNotContain(begun.get(0).id());
        assertThatThrownBy(() -> chats.requireThread(ThreadId.next())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void aMessageIsReadAsItWasWrittenAndKeptOnce() {
        ThreadId thread = thread(LI);
        Optional<ChatMessage> kept = chats.append(says(thread, "kf:1", "您好，报价 😀", later(30)));
        assertThat(chats.append(says(thread, "kf:1", "别的", later(31)))).isEmpty();
        assertThat(chats.findBySourceKey("kf:1")).isEqualTo(kept);
        assertThat(chats.findBySourceKey("KF:1")).isEmpty();
        assertThat(chats.findMessages(List.of(kept.orElseThrow().id()))).containsExactly(kept.orElseThrow());
        assertThat(chats.requireThread(thread).lastMessageAt()).isEqualTo(later(30));
        assertThat(crm.customers().recentOf(LI, 1))
                .containsExactly(new Dealing(crm.customers().require(east), later(30)));
    }

    @Test
    void ofManyDeliveriesOfOneMessageOneIsKept() {
        ThreadId thread = thread(LI);
        List<Boolean> kept =
                together(6, () -> chats.append(says(thread, "kf:1", "报价", NOW)).isPresent());
        assertThat(kept).containsOnlyOnce(true);
        assertThat(chats.newest(thread, 10)).hasSize(1);
    }

    @Test
    void messagesComeInTheOrderOfSending() {
        ThreadId thread = thread(LI);
        chats.append(says(thread, "kf:3", "三", later(3)));
        chats.append(says(thread, "kf:1", "一", later(1)));
        chats.append(says(thread, "kf:2", "二", later(2)));
        assertThat(chats.newest(thread, 2)).extracting(ChatMessage::text).containsExactly("二", "三");
        assertThat(chats.since(thread, later(2), 10))
                .extracting(ChatMessage::text)
                .containsExactly("二", "三");
        assertThat(chats.since(thread, later(1), 1))
                .extracting(ChatMessage::text)
                .containsExactly("一");
        assertThat(chats.requireThread(thread).lastMessageAt()).isEqualTo(later(3));
    }

    @Test
    void aRecallIsMarkedOnce() {
        ThreadId thread = thread(LI);
        chats.append(says(thread, "kf:1", "报价", NOW));
        assertThat(chats.recall("kf:1", later(60)).orElseThrow().recalledAt()).isEqualTo(later(60));
        assertThat(chats.recall("kf:1", later(61))).isEmpty();
        assertThat(chats.recall("kf:2", later(61))).isEmpty();
        assertThat(chats.saidJustNow(thread, Speaker.CUSTOMER, "报价", NOW, TEN_SECONDS))
                .isFalse();
    }

    @Test
    void theSameWordsCountAsSaidForTenSeconds() {
        ThreadId thread = thread(LI);
        chats.append(says(thread, "kf:1", "要报价", NOW));
        assertThat(said(thread, "要报价", 10)).isTrue();
        assertThat(said(thread, "要报价", 0)).isTrue();
        assertThat(said(thread, "要报价", 11)).isFalse();
        assertThat(said(thread, "要报价", -1)).isFalse();
        assertThat(said(thread, "要报价 ", 5)).isFalse();
        assertThat(chats.saidJustNow(thread, Speaker.REP, "要报价", later(5), TEN_SECONDS))
                .isFalse();
    }

    @Test
    void signalsAreKeptWithTheirMessage() {
        ChatMessage message = chats.append(says(thread(LI), "kf:1", "报价", NOW)).orElseThrow();
        FoundSignal signal = new FoundSignal(SignalIntent.QUOTE, SignalPolarity.POSITIVE, "报价", "quote/报价", 0.9);
        assertThat(chats.setSignals(message.id(), List.of(signal))).isTrue();
        assertThat(chats.findBySourceKey("kf:1").orElseThrow().signals()).containsExactly(signal);
        assertThat(chats.setSignals(MessageId.next(), List.of())).isFalse();
    }

    @Test
    void anUnownedConversationIsGivenToOneMember() {
        ThreadId unowned = thread(null);
        chats.append(says(unowned, "kf:1", "报价", later(7)));
        assertThat(crm.customers().recentOf(LI, 1)).isEmpty();
        assertThat(chats.assign(unowned, LI).orElseThrow().memberId()).isEqualTo(LI);
        assertThat(chats.assign(unowned, MemberId.next())).isEmpty();
        assertThat(chats.assign(ThreadId.next(), LI)).isEmpty();
        assertThat(thread(LI)).isEqualTo(unowned);
        assertThat(crm.customers().recentOf(LI, 1)).extracting(Dealing::lastAt).containsExactly(later(7));
    }

    @Test
    void anUnownedConversationJoinsTheOneThatItsMemberHas() {
        ThreadId own = thread(LI);
        chats.append(says(own, "kf:1", "您好", NOW));
        ThreadId unowned = thread(null);
        chats.append(says(unowned, "kf:2", "报价", later(7)));
        ChatThread joined = chats.assign(unowned, LI).orElseThrow();
        assertThat(joined.id()).isEqualTo(own);
        assertThat(joined.lastMessageAt()).isEqualTo(later(7));
        assertThat(chats.newest(own, 10)).extracting(ChatMessage::text).containsExactly("您好", "报价");
        assertThat(chats.newest(unowned, 10)).isEmpty();
        assertThat(chats.requireThread(unowned).lastMessageAt()).isNull();
    }

    @Test
    void ofTwoMembersGivenAConversationOneGetsItsWords() {
        ThreadId own = thread(LI);
        MemberId late = MemberId.next();
        ThreadId lates = thread(late);
        ThreadId unowned = thread(null);
        chats.append(says(unowned, "kf:1", "报价", NOW));
        assertThat(chats.assign(unowned, LI)).isPresent();
        assertThat(chats.assign(unowned, late)).isEmpty();
        assertThat(chats.newest(own, 10)).hasSize(1);
        assertThat(chats.newest(lates, 10)).isEmpty();
    }

    @Test
    void wordsMoveToTheirConversationOnceItIsKnown() {
        ThreadId unsettled = chats.threadOf(ThreadParties.unsettled(LI), NOW).id();
        ChatMessage note =
                chats.append(says(unsettled, "member:1", "要报价", later(3))).orElseThrow();
        ThreadId settled = chats.threadOf(ThreadParties.of(east, LI), NOW).id();
        chats.move(List.of(note.id(), MessageId.next()), settled);
        chats.move(List.of(), settled);
        assertThat(chats.newest(settled, 10)).extracting(ChatMessage::id).containsExactly(note.id());
        assertThat(chats.requireThread(settled).lastMessageAt()).isEqualTo(later(3));
        assertThat(crm.customers().recentOf(LI, 1)).hasSize(1);
    }

    @Test
    void aCustomersConversationsComeWithTheLatestFirst() {
        ThreadId silent = thread(null);
        ThreadId older = thread(LI);
        ThreadId newer = thread(MemberId.next());
        chats.append(says(older, "kf:1", "一", later(1)));
        chats.append(says(newer, "kf:2", "二", later(2)));
        assertThat(chats.threadsOfCustomer(east)).extracting(ChatThread::id).containsExactly(newer, older, silent);
        CustomerId south = crm.customers().create("华南", NOW).id();
        chats.contactMoved(wang.id(), south);
        assertThat(chats.threadsOfCustomer(east)).isEmpty();
        assertThat(chats.threadsOfCustomer(south)).hasSize(3);
        assertThat(thread(LI)).isEqualTo(older);
    }

    private ThreadId thread(MemberId member) {
        return chats.threadOf(ThreadParties.of(wang, member), NOW).id();
    }

    private boolean said(ThreadId thread, String text, long seconds) {
        return chats.saidJustNow(thread, Speaker.CUSTOMER, text, later(seconds), TEN_SECONDS);
    }
}
