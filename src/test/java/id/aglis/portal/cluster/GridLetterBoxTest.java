package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.aglis.portal.Await;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridLetterBoxTest {

    private static final InstanceId ANNA = new InstanceId("anna", Instant.EPOCH);
    private static final InstanceId BERT = new InstanceId("bert", Instant.EPOCH);

    private static DataGrid grid;
    private static int count;

    private final String name = "letters-" + ++count;
    private final BlockingQueue<String> heardByAnna = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heardByBert = new LinkedBlockingQueue<>();
    private LetterBox anna;
    private LetterBox bert;

    @BeforeAll
    static void startGrid() {
        grid = new DataGrid(2);
    }

    @AfterAll
    static void stopGrid() {
        grid.close();
    }

    @BeforeEach
    void open() {
        anna = open(0, ANNA, heardByAnna);
        bert = open(1, BERT, heardByBert);
        Await.until("open", () -> anna.others().equals(Set.of(BERT.toString())) && bert.others().equals(Set.of(ANNA.toString())));
    }

    @AfterEach
    void close() {
        anna.close();
        bert.close();
    }

    @Test
    void letters_arrive_in_the_order_in_which_they_were_sent() throws Exception {
        List<String> sent = IntStream.range(0, 10_000).mapToObj(i -> "anna: " + i).toList();
        sent.forEach(letter -> assertTrue(send(anna, BERT, letter.substring(6))));
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            heard.add(heardByBert.poll(10, TimeUnit.SECONDS));
        }
        assertEquals(sent, heard);
        assertEquals(List.of(), List.copyOf(heardByAnna));
    }

    @Test
    void an_answer_finds_its_way_back() throws Exception {
        send(anna, BERT, "how are you");
        assertEquals("anna: how are you", heardByBert.poll(10, TimeUnit.SECONDS));
        send(bert, ANNA, "fine");
        assertEquals("bert: fine", heardByAnna.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void nobody_can_write_to_an_instance_that_is_not_there() {
        assertFalse(send(anna, new InstanceId("carl", Instant.EPOCH), "hello"));
        bert.close();
        Await.until("closed", () -> !send(anna, BERT, "hello"));
    }

    @Test
    void an_instance_that_leaves_is_gone_for_the_others() throws Exception {
        bert.close();
        assertEquals("bert is gone", heardByAnna.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void a_member_that_dies_is_gone_for_the_others() throws Exception {
        try (DataGrid mortal = new DataGrid(2);
                LetterBox here = open(mortal, 0, ANNA, heardByAnna)) {
            open(mortal, 1, BERT, heardByBert);
            Await.until("open", () -> send(here, BERT, "hello"));
            mortal.member(1).getLifecycleService().terminate();
            assertEquals("bert is gone", heardByAnna.poll(20, TimeUnit.SECONDS));
            assertFalse(send(here, BERT, "hello"));
        }
    }

    @Test
    void both_sides_begin_anew_when_a_letter_was_lost() throws Exception {
        send(anna, BERT, "one");
        assertEquals("anna: one", heardByBert.poll(10, TimeUnit.SECONDS));
        grid.member(0).<byte[]>getTopic(name + "." + BERT).publish(new Envelope(ANNA.toString(), 3, new byte[0]).bytes());
        assertEquals("anna is gone", heardByBert.poll(10, TimeUnit.SECONDS));
        assertEquals("bert is gone", heardByAnna.poll(10, TimeUnit.SECONDS));
        send(anna, BERT, "another one");
        assertEquals("anna: another one", heardByBert.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void an_instance_that_was_taken_for_dead_is_told_so() throws Exception {
        send(anna, BERT, "a question");
        assertEquals("anna: a question", heardByBert.poll(10, TimeUnit.SECONDS));
        grid.member(1).getReplicatedMap(name + ".instances").remove(ANNA.toString());
        assertEquals("anna is gone", heardByBert.poll(10, TimeUnit.SECONDS));
        Await.until("told", () -> heardByAnna.contains("bert is gone"));
    }

    @Test
    void a_letter_that_makes_no_sense_stops_nobody() throws Exception {
        grid.member(0).<byte[]>getTopic(name + "." + BERT).publish(new byte[] {9, 9});
        send(anna, BERT, "sense");
        assertEquals("anna: sense", heardByBert.poll(10, TimeUnit.SECONDS));
    }

    private static boolean send(LetterBox from, InstanceId to, String letter) {
        return from.send(to.toString(), letter.getBytes(StandardCharsets.UTF_8));
    }

    private LetterBox open(int member, InstanceId instance, BlockingQueue<String> heard) {
        return open(grid, member, instance, heard);
    }

    private LetterBox open(DataGrid where, int member, InstanceId instance, BlockingQueue<String> heard) {
        LetterBox box = new GridLetterBox(where.member(member), name, instance);
        box.open(new LetterBox.Reader() {

            @Override
            public void letter(String from, byte[] letter) {
                heard.add(nameOf(from) + ": " + new String(letter, StandardCharsets.UTF_8));
            }

            @Override
            public void gone(String from) {
                heard.add(nameOf(from) + " is gone");
            }
        });
        return box;
    }

    private static String nameOf(String instance) {
        return instance.substring(0, instance.indexOf('@'));
    }
}
