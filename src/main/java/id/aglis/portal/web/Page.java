package id.aglis.portal.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, as JSON {@code {items, page, size, total}}.
 *
 * @param items the rows of this page, at most {@code size}
 * @param page  number of this page, from 1
 * @param size  rows per page that were asked for
 * @param total rows in the whole list when it was counted
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page that answers {@code request}. */
    public static <T> Page<T> of(PageRequest request, List<T> items, long total) {
        return new Page<>(items, request.page(), request.size(), total);
    }

    public <R> Page<R> map(Function<? super T, R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), page, size, total);
    }
}
