package id.aglis.portal.socketio;

import java.util.List;
import java.util.Map;

/**
 * The arguments of an event or of an acknowledgement. Values are {@code String}, {@code Long}, {@code Double}, {@code BigDecimal},
 * {@code BigInteger}, {@code Boolean}, {@code null}, {@code List}, {@code Map} and {@code byte[]}.
 */
public final class Arguments {

    private final List<Object> values;

    Arguments(List<Object> values) {
        this.values = values;
    }

    public int size() {
        return values.size();
    }

    /** The value at a position from 0; null beyond the end, as an argument left out. */
    public Object get(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    /** @throws UnfitArgument when it is not a string */
    public String text(int index) {
        return checked(index, String.class);
    }

    /** @throws UnfitArgument when it is not an object */
    @SuppressWarnings("unchecked")
    public Map<String, Object> object(int index) {
        return checked(index, Map.class);
    }

    /**
     * The value as the given type: itself when it is one, otherwise bound by JSON-B, to a record for example.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    public <T> T as(int index, Class<T> type) {
        Object value = get(index);
        return type.isInstance(value) ? type.cast(value) : JsonText.bind(value, type);
    }

    /** All values; not to be modified. */
    public List<Object> list() {
        return values;
    }

    private <T> T checked(int index, Class<T> type) {
        Object value = get(index);
        if (!type.isInstance(value)) {
            throw new UnfitArgument("Argument " + index + " is no " + type.getSimpleName() + ".");
        }
        return type.cast(value);
    }
}
