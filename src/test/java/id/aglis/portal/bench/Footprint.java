package id.aglis.portal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The memory of a process after a full garbage collection.
 *
 * @param residentBytes what the kernel holds in memory for it
 * @param heapBytes live objects
 */
record Footprint(long residentBytes, long heapBytes) {

    private static final int COLLECTIONS = 2;
    /** Some connections that were closed before their request was complete are let go of only when their keep-alive has timed out, in 75 s. */
    private static final Duration RETURNED_WITHIN = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 3_000;

    static Footprint of(Target target) throws IOException, InterruptedException {
        long heap = 0;
        for (int i = 0; i < COLLECTIONS; i++) {
            heap = isJvm(target.pid()) ? liveBytesOfJvm(target.pid()) : liveBytesOfNode(target);
        }
        return new Footprint(residentBytes(target.pid()), heap);
    }

    /** Bytes the heap has grown since; when that is too much, looks again for a while. */
    long leftBehind(Target target, long atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + RETURNED_WITHIN.toNanos();
        long left = of(target).heapBytes - heapBytes;
        while (left > atMost && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MILLIS);
            left = of(target).heapBytes - heapBytes;
        }
        return left;
    }

    private static boolean isJvm(long pid) throws IOException {
        return Files.readString(process(pid, "comm")).startsWith("java");
    }

    /** The last line of the histogram is {@code Total <instances> <bytes>}; asking for it collects first. */
    private static long liveBytesOfJvm(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        List<String> histogram = jcmd(pid, "GC.class_histogram");
        return Long.parseLong(histogram.get(histogram.size() - 1).trim().split(" +")[2]);
    }

    private static List<String> jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command).start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + command + " failed for process " + pid + ": " + output.strip());
        }
        return output.lines().toList();
    }

    /** The peer on Node collects when it is asked to, and answers with the bytes in use; an offer of HTTP/2 would look like an upgrade to it. */
    private static long liveBytesOfNode(Target target) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + target.address().getHostString() + ":" + target.address().getPort() + "/gc");
        HttpRequest request = HttpRequest.newBuilder(uri).version(Version.HTTP_1_1).build();
        return Long.parseLong(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body().trim());
    }

    private static long residentBytes(long pid) throws IOException {
        String line = Files.readAllLines(process(pid, "status")).stream().filter(field -> field.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    }

    private static Path process(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}
