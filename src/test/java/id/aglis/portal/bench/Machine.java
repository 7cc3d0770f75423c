package id.aglis.portal.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
public final class Machine {

    private Machine() { }

    public static String describe() throws IOException {
        return "%d cores (%s), %d GB of memory, Linux %s, JDK %s, Node %s; load generator and server share the machine".formatted(
                Runtime.getRuntime().availableProcessors(), field("cpuinfo", "model name"), gigabytes(field("meminfo", "MemTotal")),
                System.getProperty("os.version"), Runtime.version(), nodeVersion());
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", file)).stream().filter(line -> line.startsWith(name)).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).trim()).orElse("0 unknown");
    }

    private static long gigabytes(String kilobytes) {
        return Long.parseLong(kilobytes.split(" ")[0]) >> 20;
    }

    private static String nodeVersion() throws IOException {
        Process node = new ProcessBuilder("node", "--version").start();
        return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }

    public static String load() {
        return "%.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
