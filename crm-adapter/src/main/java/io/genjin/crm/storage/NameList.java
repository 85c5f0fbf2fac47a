package io.genjin.crm.storage;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of constants as their names with commas between, in the order of declaration. */
public final class NameList {
    private NameList() {}

    public static <E extends Enum<E>> String of(Collection<E> constants) {
        return constants.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    public static <E extends Enum<E>> Set<E> set(String names, Class<E> type) {
        EnumSet<E> constants = EnumSet.noneOf(type);
        for (String name : names.split(",", -1)) {
            if (!name.isEmpty()) {
                constants.add(Enum.valueOf(type, name));
            }
        }
        return constants;
    }
}
