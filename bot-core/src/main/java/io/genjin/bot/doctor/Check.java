package io.genjin.bot.doctor;

/** One thing that must be right. A bean of this type is all it takes; its {@code @Order} is also the order of mending. */
interface Check {

    /** Two to five characters, as the report shows them. */
    String name();

    /** Looks once, changes nothing; what it throws counts as a failure of this check alone. */
    Finding look(Round round);
}
