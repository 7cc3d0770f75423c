package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;

/**
 * Which page of a list is wanted, taken from the query {@code ?page=2&size=50&sort=-createdAt}. A resource method takes it as
 * {@code @BeanParam}.
 * <p>
 * Values are read when they are asked for, so that an unusable one becomes a problem document that names the parameter.
 */
public class PageRequest {

    /** A page that fills a screen. */
    public static final int DEFAULT_SIZE = 25;
    /** Bounds the memory and the time that one request may cost. */
    public static final int MAX_SIZE = 200;
    /** Keeps page times size within the offsets that databases accept. */
    private static final int MAX_PAGE = 1_000_000;

    @QueryParam("page")
    private String page;
    @QueryParam("size")
    private String size;
    @QueryParam("sort")
    private String sort;

    public static PageRequest of(int page, int size, String sort) {
        PageRequest request = new PageRequest();
        request.page = Integer.toString(page);
        request.size = Integer.toString(size);
        request.sort = sort;
        return request;
    }

    /**
     * Number of the page, from 1.
     *
     * @throws Refusal.Invalid naming {@code page}
     */
    public int page() {
        return number("page", page, 1, MAX_PAGE);
    }

    /**
     * Rows per page, 1 to {@value #MAX_SIZE}.
     *
     * @throws Refusal.Invalid naming {@code size}
     */
    public int size() {
        return number("size", size, DEFAULT_SIZE, MAX_SIZE);
    }

    /** Rows to skip before the first one of this page. */
    public int offset() {
        return (page() - 1) * size();
    }

    /**
     * The wanted order. The answer's key is one of {@code keys}, so that it may be used in a query.
     *
     * @param keys     the keys that the list can be sorted by
     * @param fallback the order when none is asked for, such as {@code -createdAt}
     * @throws Refusal.Invalid naming {@code sort} when the key is not among {@code keys}
     */
    public Sort sort(Collection<String> keys, String fallback) {
        Sort wanted = Sort.of(sort == null || sort.isBlank() ? fallback : sort.strip());
        if (!keys.contains(wanted.key())) {
            throw Refusal.invalid("sort", "Must be one of " + String.join(", ", keys) + ", with - in front for descending order.");
        }
        return wanted;
    }

    private static int number(String name, String text, int fallback, int max) {
        if (text == null || text.isBlank()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, together with numbers out of range
        }
        throw Refusal.invalid(name, "Must be a whole number from 1 to " + max + ".");
    }

    /** An order: a key of the list, ascending or descending. */
    public record Sort(String key, boolean descending) {

        static Sort of(String text) {
            return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
        }

        /** {@code asc} or {@code desc}, as JPQL and SQL spell it. */
        public String direction() {
            return descending ? "desc" : "asc";
        }
    }
}
