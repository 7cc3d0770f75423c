package id.aglis.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An enum whose constants have a spelling on the wire: their name in lower case, as in {@code in_progress}. */
public interface Coded {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant spelled {@code code}, or nothing when the set has no such member. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> set, String code) {
        return Stream.of(set.getEnumConstants()).filter(member -> member.code().equals(code)).findFirst();
    }
}
