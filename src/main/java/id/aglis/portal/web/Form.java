package id.aglis.portal.web;

import id.aglis.portal.Coded;
import id.aglis.portal.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the fields of a request body and notes everything that is wrong with them, so that the caller hears of all fields at once. Values
 * read from a form that has violations are not meaningful; call {@link #refuseIfWrong()} before using them. For one request and thread.
 */
public final class Form {

    private final List<Refusal.Violation> violations = new ArrayList<>();

    /** The body itself, which a caller may have left out. */
    public static <T> T required(T body) {
        if (body == null) {
            throw Refusal.invalid("body", "Must be a JSON object.");
        }
        return body;
    }

    /** A text that must not be blank and has at most {@code max} characters. */
    public String text(String field, String value, int max) {
        Optional<String> given = optionalText(field, value, max);
        if (given.isEmpty()) {
            reject(field, "Must not be blank.");
        }
        return given.orElse("");
    }

    /** A text of at most {@code max} characters, without blanks around it; absent when blank. */
    public Optional<String> optionalText(String field, String value, int max) {
        Optional<String> given = Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
        if (given.filter(text -> text.length() > max).isPresent()) {
            reject(field, "Must have at most " + max + " characters.");
        }
        return given;
    }

    /** A member of a closed set, by its code; the answer to a wrong code is absent. */
    public <E extends Enum<E> & Coded> Optional<E> choice(String field, String code, Class<E> set) {
        Optional<E> choice = Optional.ofNullable(code).flatMap(given -> Coded.find(set, given));
        if (code != null && choice.isEmpty()) {
            reject(field, "Must be one of " + Stream.of(set.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", ")) + ".");
        }
        return choice;
    }

    /** An instant in ISO 8601 with its offset. */
    public Optional<Instant> instant(String field, String value) {
        try {
            return Optional.ofNullable(value).map(Instant::parse);
        } catch (DateTimeParseException notAnInstant) {
            reject(field, "Must be a time such as 2026-01-31T09:00:00Z.");
            return Optional.empty();
        }
    }

    /** The id of a thing, where it comes as text. */
    public Optional<Long> id(String field, String value) {
        if (value != null && !value.matches("[0-9]{1,18}")) {
            reject(field, "Must be an id.");
            return Optional.empty();
        }
        return Optional.ofNullable(value).map(Long::valueOf);
    }

    /** A number that must be given. */
    public long number(String field, Long value) {
        if (value == null) {
            reject(field, "Must be given.");
            return 0;
        }
        return value;
    }

    /** A whole number between two bounds, {@code fallback} when nothing is given. */
    public int whole(String field, String value, int fallback, int min, int max) {
        if (value == null || value.isBlank()) {
            return fallback;
        }
        boolean inRange = value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= min && Integer.parseInt(value) <= max;
        if (!inRange) {
            reject(field, "Must be a whole number from " + min + " to " + max + ".");
        }
        return inRange ? Integer.parseInt(value) : fallback;
    }

    public void reject(String field, String message) {
        violations.add(new Refusal.Violation(field, message));
    }

    /** @throws Refusal.Invalid with all that was noted */
    public void refuseIfWrong() {
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }
}
