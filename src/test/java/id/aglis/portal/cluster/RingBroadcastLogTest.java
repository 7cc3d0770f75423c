package id.aglis.portal.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import com.hazelcast.instance.impl.LifecycleServiceImpl;
import id.aglis.portal.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on two members of a data grid. */
class RingBroadcastLogTest extends BroadcastLogContract {

    private static DataGrid grid;
    private static ExecutorService worker;
    private static int logs;

    private final String name = "log-" + logs++;
    private final LocalBus busOfA = new LocalBus();
    private final LocalBus busOfB = busOfA.another();
    private final ManualTimer timer = new ManualTimer();
    private RingBroadcastLog a;
    private RingBroadcastLog b;

    @BeforeAll
    static void start() {
        grid = new DataGrid(2);
        worker = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void stop() {
        grid.close();
        worker.shutdownNow();
    }

    @BeforeEach
    void open() {
        a = open(grid.member(0), name, 10_000, busOfA);
        b = open(grid.member(1), name, 10_000, busOfB);
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    @Override
    BroadcastLog create(int capacity) {
        return open(grid.member(0), name + ".contract", capacity, new LocalBus());
    }

    @Test
    void tells_both_instances_of_everything_in_one_order() throws Exception {
        List<Long> heardByA = follow(a);
        List<Long> heardByB = follow(b);
        List<CompletableFuture<?>> kept = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            kept.add(a.append(List.of(draft("a", i, 10))).toCompletableFuture());
            kept.add(b.append(List.of(draft("b", i, 10), draft("c", i, 10))).toCompletableFuture());
        }
        await(CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)));
        Await.until("told", () -> heardByA.size() == 1_500 && heardByB.size() == 1_500);
        assertEquals(LongStream.range(0, 1_500).boxed().toList(), heardByA);
        assertEquals(heardByA, heardByB);
    }

    @Test
    void knows_the_followers_of_the_other_instance() throws Exception {
        follow(a);
        follow(b);
        Await.until("known", () -> a.members().size() == 2 && a.members().equals(b.members()));
        b.close();
        Await.until("known", () -> a.members().size() == 1);
    }

    @Test
    void repairs_what_a_publisher_had_kept_but_not_told_when_it_died() throws Exception {
        List<Long> heard = follow(b);
        busOfA.die();
        await(a.append(List.of(draft("a", 0, 10), draft("a", 1, 10))).toCompletableFuture());
        assertEquals(List.of(), heard);
        timer.pass(1_000);
        assertEquals(List.of(0L, 1L), heard);
    }

    @Test
    void keeps_entries_of_any_size_whole() throws Exception {
        List<Long> heard = follow(b);
        int[] sizes = {0, 1, 900, 1_000, 1_100, 5_000, 100_000, 900_000, 3_000_000};
        List<LogDraft> drafts = IntStream.range(0, sizes.length).mapToObj(i -> draft("a", i, sizes[i])).toList();
        List<LogEntry> kept = await(a.append(drafts).toCompletableFuture());
        Await.until("told", () -> heard.equals(kept.stream().map(LogEntry::sequence).toList()));
        for (int i = 0; i < sizes.length; i++) {
            LogEntry read = b.read(kept.get(i).sequence(), 1).get(0);
            assertEquals(kept.get(i).sequence(), read.sequence());
            assertEquals(kept.get(i).next(), read.next());
            assertArrayEquals(drafts.get(i).bytes(), read.bytes());
        }
        assertEquals(b.tail(), kept.get(sizes.length - 1).next() - 1);
    }

    @Test
    void passes_over_the_rest_of_an_entry_whose_beginning_is_no_longer_kept() throws Exception {
        try (RingBroadcastLog small = open(grid.member(0), name + ".small", 25, new LocalBus())) {
            await(small.append(List.of(draft("a", 0, 10_000), draft("a", 1, 10_000), draft("a", 2, 10_000))).toCompletableFuture());
            List<LogEntry> read = small.read(0, 10);
            assertEquals(List.of(1L, 2L), read.stream().map(LogEntry::originSequence).toList());
            assertEquals(small.tail() + 1, read.get(1).next());
        }
    }

    @Test
    void bounds_the_bytes_of_a_place() {
        for (int size : new int[] {0, 10, 1_019, 1_020, 500_000, 900_000}) {
            assertTrue(Pieces.of(new byte[size]).stream().allMatch(piece -> piece.length <= Pieces.SIZE), () -> "size " + size);
        }
        assertTrue(Pieces.of(new byte[5_000_000]).size() <= Pieces.MAX);
    }

    @Test
    void hands_on_once_what_was_appended_again_because_its_answer_was_lost() throws Exception {
        List<Long> heard = follow(b);
        await(a.append(List.of(draft("a", 0, 10), draft("a", 1, 10))).toCompletableFuture());
        await(a.append(List.of(draft("a", 0, 10), draft("a", 1, 10))).toCompletableFuture());
        await(a.append(List.of(draft("a", 2, 10))).toCompletableFuture());
        Await.until("told", () -> heard.equals(List.of(0L, 1L, 4L)));
    }

    @Test
    void begins_a_new_epoch_when_all_that_kept_the_ring_have_died() throws Exception {
        List<Long> heardByA = follow(a);
        List<Gap> gaps = new ArrayList<>();
        List<Long> heardByB = follow(b, gaps);
        await(a.append(List.of(draft("a", 0, 10), draft("a", 1, 10))).toCompletableFuture());
        Await.until("told", () -> heardByB.size() == 2);
        grid.member(1).getRingbuffer(name + ".ring.0").destroy();
        LogEntry first = await(b.append(List.of(draft("b", 0, 10))).toCompletableFuture()).get(0);
        assertEquals(Position.of(1, 0), first.sequence());
        Await.until("aware of the new epoch", () -> a.tail() == first.sequence());
        timer.pass(1_000);
        assertEquals(List.of(0L, 1L, first.sequence()), heardByA);
        assertEquals(List.of(0L, 1L, first.sequence()), heardByB);
        assertTrue(gaps.get(0).isNewEpoch());
        assertEquals(first.next(), await(a.append(List.of(draft("a", 2, 10))).toCompletableFuture()).get(0).sequence());
    }

    @Test
    void tells_of_a_new_epoch_before_anything_has_been_published_in_it() throws Exception {
        List<Gap> gaps = new ArrayList<>();
        follow(b, gaps);
        await(a.append(List.of(draft("a", 0, 10))).toCompletableFuture());
        timer.pass(1_000);
        grid.member(1).getRingbuffer(name + ".ring.0").destroy();
        timer.pass(2_000);
        assertEquals(List.of(new Gap(1, Position.of(1, 0))), gaps);
    }

    @Test
    void neither_hears_nor_says_anything_on_the_way_from_one_side_of_a_split_to_the_new_order() throws Exception {
        List<Gap> gaps = new ArrayList<>();
        List<Long> heard = follow(a, gaps);
        LifecycleServiceImpl lifecycle = (LifecycleServiceImpl) grid.member(0).getLifecycleService();
        lifecycle.fireLifecycleEvent(LifecycleState.MERGING);
        await(b.append(List.of(draft("b", 0, 10))).toCompletableFuture());
        timer.pass(1_000);
        assertThrows(ExecutionException.class, () -> await(a.append(List.of(draft("a", 0, 10))).toCompletableFuture()));
        assertEquals(List.of(), heard);
        lifecycle.fireLifecycleEvent(LifecycleState.MERGED);
        Await.until("ended", () -> b.tail() == Position.of(1, 0) - 1);
        LogEntry first = await(b.append(List.of(draft("b", 1, 10))).toCompletableFuture()).get(0);
        Await.until("told", () -> {
            timer.pass(1_000);
            return heard.equals(List.of(first.sequence()));
        });
        assertEquals(List.of(new Gap(0, Position.of(1, 0))), gaps);
        assertEquals(first.next(), await(a.append(List.of(draft("a", 0, 10))).toCompletableFuture()).get(0).sequence());
    }

    @Test
    void tells_of_what_expired_before_it_could_be_read() throws Exception {
        try (RingBroadcastLog hasty = new RingBroadcastLog(grid.member(0), name + ".hasty", new LogConfig(100, Duration.ofSeconds(1), 1), busOfA, worker)) {
            List<Gap> gaps = new ArrayList<>();
            OrderedInbox inbox = new OrderedInbox(hasty, timer.executor(), entry -> { }, gaps::add);
            await(hasty.append(List.of(draft("a", 0, 10), draft("a", 1, 10))).toCompletableFuture());
            Await.until("expired", () -> hasty.read(0, 1).isEmpty());
            timer.pass(1_000);
            assertEquals(List.of(new Gap(0, 2)), gaps);
            inbox.close();
        }
    }

    @Test
    void goes_on_with_the_copy_of_the_log_when_the_member_that_kept_it_dies() throws Exception {
        try (DataGrid mortal = new DataGrid(2)) {
            HazelcastInstance keeper = mortal.ownerOf(name + ".ring.0");
            RingBroadcastLog dying = open(keeper, name, 100, new LocalBus());
            RingBroadcastLog left = open(mortal.otherThan(keeper), name, 100, new LocalBus());
            List<Gap> gaps = new ArrayList<>();
            follow(left, gaps);
            dying.follow(new InstanceId("dying", Instant.EPOCH), new BroadcastLog.Follower(entries -> { }, content -> { }));
            Await.until("known", () -> left.members().size() == 2);
            await(dying.append(List.of(draft("a", 0, 10), draft("a", 1, 10))).toCompletableFuture());
            keeper.getLifecycleService().terminate();
            assertEquals(2, await(left.append(List.of(draft("b", 0, 10))).toCompletableFuture()).get(0).sequence());
            assertEquals(List.of(0L, 1L, 2L), left.read(0, 10).stream().map(LogEntry::sequence).toList());
            Await.until("known", () -> left.members().size() == 1);
            assertEquals(List.of(), gaps);
        }
    }

    @Test
    void spares_the_bus_while_nobody_else_is_there() throws Exception {
        LocalBus bus = new LocalBus();
        List<byte[]> carried = new CopyOnWriteArrayList<>();
        bus.another().listen(carried::add);
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try (DataGrid lonely = new DataGrid(1);
                RingBroadcastLog log = new RingBroadcastLog(lonely.member(0), name, new LogConfig(100, Duration.ofMinutes(5), 1), bus, workers)) {
            await(log.append(List.of(draft("a", 0, 10))).toCompletableFuture());
            log.publishVolatile(new byte[0]);
            workers.shutdown();
            assertTrue(workers.awaitTermination(10, TimeUnit.SECONDS));
            assertEquals(List.of(), carried);
        }
    }

    private static RingBroadcastLog open(HazelcastInstance member, String name, int capacity, Bus bus) {
        return new RingBroadcastLog(member, name, new LogConfig(capacity, Duration.ofMinutes(5), 1), bus, worker);
    }

    private List<Long> follow(BroadcastLog log) {
        return follow(log, new ArrayList<>());
    }

    private List<Long> follow(BroadcastLog log, List<Gap> gaps) {
        List<Long> heard = new CopyOnWriteArrayList<>();
        OrderedInbox inbox = new OrderedInbox(log, timer.executor(), entry -> heard.add(entry.sequence()), gaps::add);
        log.follow(new InstanceId(log == a ? "a" : "b", Instant.EPOCH), new BroadcastLog.Follower(inbox::accept, content -> { }));
        return heard;
    }

    private static LogDraft draft(String origin, int number, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) number);
        return new LogDraft(origin, number, "", bytes);
    }

    private static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
