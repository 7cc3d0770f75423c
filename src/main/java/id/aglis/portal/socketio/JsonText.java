package id.aglis.portal.socketio;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text to and from plain trees of lists, maps and scalars; beans, records and {@link JsonValue} on the way out. */
final class JsonText {

    private static final int MAX_DEPTH = 100;
    /** Reading a decimal takes time quadratic in its length. */
    private static final int MAX_NUMBER_LENGTH = 1_000;
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
    private static final Jsonb BINDER = JsonbBuilder.create();

    private JsonText() {
    }

    /** @throws IllegalArgumentException when the text is not exactly one JSON value, is nested too deeply, or has a number too long */
    static Object parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            Object value = value(parser, parser.next(), 0);
            if (parser.hasNext()) {
                throw new IllegalArgumentException("Something follows the JSON value.");
            }
            return value;
        } catch (JsonException | java.util.NoSuchElementException e) {
            throw new IllegalArgumentException("Not JSON.", e);
        }
    }

    /** @throws IllegalArgumentException when a value has no JSON form */
    static String write(Object value) {
        StringWriter text = new StringWriter(128);
        try (JsonGenerator generator = GENERATORS.createGenerator(text)) {
            write(generator, value);
        } catch (JsonException e) {
            throw new IllegalArgumentException("A value has no JSON form.", e);
        }
        return text.toString();
    }

    static <T> T bind(Object tree, Class<T> type) {
        try {
            return BINDER.fromJson(write(tree), type);
        } catch (JsonbException e) {
            throw new IllegalArgumentException("The value is no " + type.getSimpleName() + ".", e);
        }
    }

    /** A bean or record as a tree. */
    static Object tree(Object bean) {
        try {
            return parse(BINDER.toJson(bean));
        } catch (JsonbException e) {
            throw new IllegalArgumentException(bean.getClass().getName() + " has no JSON form.", e);
        }
    }

    private static Object value(JsonParser parser, JsonParser.Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("The JSON value is nested too deeply.");
        }
        return switch (event) {
            case START_ARRAY -> array(parser, depth);
            case START_OBJECT -> object(parser, depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case KEY_NAME, END_ARRAY, END_OBJECT -> throw new IllegalArgumentException("Not a JSON value.");
        };
    }

    private static List<Object> array(JsonParser parser, int depth) {
        List<Object> items = new ArrayList<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            items.add(value(parser, event, depth + 1));
        }
        return items;
    }

    private static Map<String, Object> object(JsonParser parser, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            fields.put(name, value(parser, parser.next(), depth + 1));
        }
        return fields;
    }

    private static Number number(JsonParser parser) {
        String digits = parser.getString();
        if (digits.length() > MAX_NUMBER_LENGTH) {
            throw new IllegalArgumentException("A number has too many digits.");
        }
        if (parser.isIntegralNumber() && digits.length() <= 18) {
            return parser.getLong();
        }
        BigDecimal exact = parser.getBigDecimal();
        double nearest = exact.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0 ? (Number) nearest : exact;
    }

    private static void write(JsonGenerator out, Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.write(text);
        } else if (value instanceof Number number) {
            writeNumber(out, number);
        } else if (value instanceof Boolean flag) {
            out.write(flag);
        } else if (value instanceof Map<?, ?> fields) {
            out.writeStartObject();
            fields.forEach((name, field) -> write(out.writeKey(name.toString()), field));
            out.writeEnd();
        } else if (value instanceof Iterable<?> items) {
            out.writeStartArray();
            items.forEach(item -> write(out, item));
            out.writeEnd();
        } else if (value instanceof JsonValue json) {
            out.write(json);
        } else {
            write(out, tree(value));
        }
    }

    private static void writeNumber(JsonGenerator out, Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.write(number.longValue());
        } else if (number instanceof BigDecimal exact) {
            out.write(exact);
        } else if (number instanceof BigInteger exact) {
            out.write(exact);
        } else if (Double.isFinite(number.doubleValue())) {
            out.write(number.doubleValue());
        } else {
            out.writeNull();
        }
    }
}
