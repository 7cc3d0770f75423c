package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OpeningTest {

    private final InheritableThreadLocal<String> invocation = new InheritableThreadLocal<>();

    @Test
    void what_is_opened_belongs_to_no_invocation_of_the_caller() {
        invocation.set("of a web application");
        assertNull(Opening.of(invocation::get));
    }

    @Test
    void what_was_opened_is_given_back() {
        assertEquals("a map", Opening.of(() -> "a map"));
    }

    @Test
    void what_cannot_be_opened_fails_for_the_caller_as_it_did() {
        RuntimeException failure = new IllegalStateException("The data grid is shut down.");
        assertEquals(failure, assertThrows(IllegalStateException.class, () -> Opening.of(() -> {
            throw failure;
        })));
    }
}
