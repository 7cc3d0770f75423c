package id.aglis.portal.web;

import id.aglis.portal.Refusal;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.TreeSet;

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
     * The end of a query that lists in the wanted order, and by id where that says nothing, so that no row is on two pages.
     *
     * @param paths    what the list can be sorted by, and the path behind it
     * @param fallback the order when none is asked for, such as {@code -createdAt}
     * @param id       the path of the id
     * @throws Refusal.Invalid naming {@code sort} when it is none of these
     */
    public String orderBy(Map<String, String> paths, String fallback, String id) {
        String wanted = sort == null || sort.isBlank() ? fallback : sort.strip();
        boolean descending = wanted.startsWith("-");
        String path = paths.get(descending ? wanted.substring(1) : wanted);
        if (path == null) {
            String keys = String.join(", ", new TreeSet<>(paths.keySet()));
            throw Refusal.invalid("sort", "Must be one of " + keys + ", with - in front for descending order.");
        }
        String direction = descending ? " desc" : " asc";
        return " order by " + path + direction + ", " + id + direction;
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
}
