package id.aglis.portal.socketio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Byte arrays inside a tree travel beside it; in the tree stands a placeholder with their number. */
final class BinaryParts {

    private static final String PLACEHOLDER = "_placeholder";
    private static final String NUMBER = "num";

    private BinaryParts() {
    }

    static boolean isIn(Object tree) {
        return tree instanceof byte[]
                || tree instanceof Map<?, ?> fields && fields.values().stream().anyMatch(BinaryParts::isIn)
                || tree instanceof Collection<?> items && items.stream().anyMatch(BinaryParts::isIn);
    }

    /** A copy of the tree without its byte arrays, which are added to the list. */
    static Object takeFrom(Object tree, List<byte[]> parts) {
        if (tree instanceof byte[] bytes) {
            parts.add(bytes);
            return Map.of(PLACEHOLDER, true, NUMBER, parts.size() - 1);
        }
        if (tree instanceof Map<?, ?> fields) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            fields.forEach((name, value) -> copy.put(name, takeFrom(value, parts)));
            return copy;
        }
        if (tree instanceof Collection<?> items) {
            List<Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(takeFrom(item, parts)));
            return copy;
        }
        return tree;
    }

    /**
     * The tree with the byte arrays in place of their placeholders.
     *
     * @throws IllegalArgumentException when a placeholder has no part
     */
    static Object putInto(Object tree, List<byte[]> parts) {
        if (tree instanceof Map<?, ?> fields) {
            if (Boolean.TRUE.equals(fields.get(PLACEHOLDER))) {
                return part(fields.get(NUMBER), parts);
            }
            Map<Object, Object> copy = new LinkedHashMap<>();
            fields.forEach((name, value) -> copy.put(name, putInto(value, parts)));
            return copy;
        }
        if (tree instanceof List<?> items) {
            List<Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(putInto(item, parts)));
            return copy;
        }
        return tree;
    }

    private static byte[] part(Object number, List<byte[]> parts) {
        if (number instanceof Long index && index >= 0 && index < parts.size()) {
            return parts.get(index.intValue());
        }
        throw new IllegalArgumentException("A placeholder refers to no attachment.");
    }
}
