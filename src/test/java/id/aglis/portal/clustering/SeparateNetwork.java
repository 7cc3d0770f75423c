package id.aglis.portal.clustering;

import java.io.IOException;
import java.util.List;

/**
 * A network of its own, as another machine has it, with two cables to this one: one for browsers, and one for the instances of a cluster,
 * which can be cut. It needs Linux, the rights of root, and {@code ip}.
 */
final class SeparateNetwork implements AutoCloseable {

    /** Nobody's: a frame sent there is dropped by whoever gets it. */
    private static final String NOBODY = "02:00:00:00:00:01";

    private final String name = "portal-" + ProcessHandle.current().pid();
    private final Cable browsers = new Cable("pb", 1);
    private final Cable cluster = new Cable("pc", 2);

    SeparateNetwork() {
        ip("netns add " + name);
        there("link set lo up");
        browsers.lay();
        cluster.lay();
    }

    /** Whether this machine lets us have one. */
    static boolean isPossible() {
        String probe = "portal-probe-" + ProcessHandle.current().pid();
        return run("netns add " + probe) && run("netns del " + probe);
    }

    /** Runs another command there. */
    List<String> place() {
        return List.of("ip", "netns", "exec", name);
    }

    /** By which browsers here reach what is there. */
    String address() {
        return browsers.there;
    }

    String clusterHere() {
        return cluster.here;
    }

    String clusterThere() {
        return cluster.there;
    }

    /** From now on nothing of the cluster comes through, and nobody is told that it does not. */
    void cut() {
        ip("neigh replace %s lladdr %s dev %s nud permanent".formatted(cluster.there, NOBODY, cluster.nameHere));
        there("neigh replace %s lladdr %s dev %s nud permanent".formatted(cluster.here, NOBODY, cluster.nameThere));
    }

    void mend() {
        ip("neigh del %s dev %s".formatted(cluster.there, cluster.nameHere));
        there("neigh del %s dev %s".formatted(cluster.here, cluster.nameThere));
    }

    /** The cables go with it. */
    @Override
    public void close() {
        ip("netns del " + name);
    }

    private void there(String words) {
        ip("-n " + name + " " + words);
    }

    private static void ip(String words) {
        if (!run(words)) {
            throw new IllegalStateException("ip " + words + " failed");
        }
    }

    private static boolean run(String words) {
        try {
            return new ProcessBuilder(("ip " + words).split(" ")).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private final class Cable {

        private final String nameHere;
        private final String nameThere;
        private final String here;
        private final String there;

        /** In a network of addresses that is meant for tests of networks (RFC 2544). */
        Cable(String name, int number) {
            long own = ProcessHandle.current().pid();
            this.nameHere = name + own + "h";
            this.nameThere = name + own + "t";
            this.here = "198.18.%d.%d".formatted(own % 256, 4 * number + 1);
            this.there = "198.18.%d.%d".formatted(own % 256, 4 * number + 2);
        }

        void lay() {
            ip("link add %s type veth peer name %s netns %s".formatted(nameHere, nameThere, SeparateNetwork.this.name));
            ip("addr add %s/30 dev %s".formatted(here, nameHere));
            ip("link set %s up".formatted(nameHere));
            there("addr add %s/30 dev %s".formatted(there, nameThere));
            there("link set %s up".formatted(nameThere));
        }
    }
}
