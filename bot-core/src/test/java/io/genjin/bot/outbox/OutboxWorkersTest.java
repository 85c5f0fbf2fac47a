package io.genjin.bot.outbox;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.genjin.crm.Ids;
import io.genjin.crm.member.MemberId;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hints of this node's own commits are not all there is to send. */
class OutboxWorkersTest {
    private static final Recipient HINTED = Recipient.member(new MemberId("1".repeat(32)));
    private static final Recipient PAUSED = Recipient.member(new MemberId("2".repeat(32)));

    private final ChannelTable channels = mock(ChannelTable.class);
    private final ChannelRun run = mock(ChannelRun.class);
    private final OutboxWorkers workers =
            new OutboxWorkers(channels, run, Limits.of(25, 900, 0), InstantSource.system());

    @BeforeEach
    void oneMoreHintForEachThatIsSent() {
        when(channels.claim(any(), any(), any())).thenReturn(true);
        doAnswer(sent -> {
                    workers.rung(HINTED, Lane.WORK);
                    return null;
                })
                .when(run)
                .drain(argThat(channel -> channel != null && channel.recipient().equals(HINTED)));
    }

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void channelWhosePauseEndedIsFoundThoughHintsKeepComing() {
        // Found by a later look only: the first is made before any hint.
        when(channels.due(anyInt(), any()))
                .thenReturn(List.of())
                .thenReturn(List.of(new Channel(PAUSED, Lane.WORK, Ids.next())));
        for (int i = 0; i < 2_000; i++) {
            workers.rung(HINTED, Lane.WORK);
        }
        workers.start();
        verify(run, timeout(20_000).atLeastOnce())
                .drain(argThat(channel -> channel != null && channel.recipient().equals(PAUSED)));
    }
}
