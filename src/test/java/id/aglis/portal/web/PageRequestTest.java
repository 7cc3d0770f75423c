package id.aglis.portal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.aglis.portal.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    private static final Map<String, String> PATHS = Map.of("name", "u.fullName", "createdAt", "u.createdAt");

    @Test
    void nothing_asked_for_is_the_first_page() {
        PageRequest request = new PageRequest();

        assertEquals(1, request.page());
        assertEquals(PageRequest.DEFAULT_SIZE, request.size());
        assertEquals(" order by u.createdAt desc, u.id desc", request.orderBy(PATHS, "-createdAt", "u.id"));
    }

    @Test
    void a_list_is_sorted_as_it_is_asked_for() {
        assertEquals(" order by u.fullName asc, u.id asc", PageRequest.of(1, 25, " name ").orderBy(PATHS, "-createdAt", "u.id"));
        assertEquals(" order by u.fullName desc, u.id desc", PageRequest.of(1, 25, "-name").orderBy(PATHS, "-createdAt", "u.id"));
    }

    @Test
    void a_later_page_skips_those_before() {
        assertEquals(100, PageRequest.of(3, 50, null).offset());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_size_out_of_range_names_the_field(int size) {
        Refusal.Invalid refusal = assertThrows(Refusal.Invalid.class, () -> PageRequest.of(1, size, null).size());

        assertEquals("size", refusal.violations().get(0).field());
    }

    @Test
    void a_page_out_of_range_names_the_field() {
        Refusal.Invalid refusal = assertThrows(Refusal.Invalid.class, () -> PageRequest.of(0, 25, null).page());

        assertEquals("page", refusal.violations().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordHash", "name; drop table users", "--name"})
    void only_known_keys_sort(String sort) {
        Refusal.Invalid refusal = assertThrows(Refusal.Invalid.class, () -> PageRequest.of(1, 25, sort).orderBy(PATHS, "name", "u.id"));

        assertEquals("sort", refusal.violations().get(0).field());
    }
}
