package io.genjin.bot.capture;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param quietPeriod silence after which heard signals become a card
 * @param gatherWithin how soon after a card further drafts of the same rep are gathered and shown together
 * @param maxWait after which they do so although the customer goes on talking
 * @param coolDown after an outcome, how long the same intents make no new card
 * @param cardsADay cards that one conversation may make a day
 * @param resendAfter how soon after a card a changed one may replace it
 * @param draftExpiresAfter how long a draft waits for its rep
 * @param undoWithin how long 撤销 is offered
 * @param restoreWithin how long an ignored or expired draft can be taken up again
 * @param editByTalkingWithin how long after its card a draft is changed by 改成… or 金额…
 * @param sureAbove confidence below which the card says 不太确定
 */
@ConfigurationProperties("genjin.capture")
record CaptureProperties(
        @DefaultValue("PT20S") Duration quietPeriod,
        @DefaultValue("PT1M") Duration gatherWithin,
        @DefaultValue("PT2M") Duration maxWait,
        @DefaultValue("PT2H") Duration coolDown,
        @DefaultValue("4") int cardsADay,
        @DefaultValue("PT10M") Duration resendAfter,
        @DefaultValue("PT48H") Duration draftExpiresAfter,
        @DefaultValue("PT10M") Duration undoWithin,
        @DefaultValue("P7D") Duration restoreWithin,
        @DefaultValue("PT2M") Duration editByTalkingWithin,
        @DefaultValue("0.7") double sureAbove) {}
