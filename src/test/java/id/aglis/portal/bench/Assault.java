package id.aglis.portal.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Connections that begin well and go on badly, many at a time, one after the other: each says its opening, throws its inputs at the server
 * once that has answered, and leaves after a moment, if it is not thrown out before.
 */
final class Assault {

    /** What a connection that the server neither answers nor closes waits, in milliseconds. */
    private static final long PATIENCE = 250;

    private final EventLoop loop;
    private final Target target;
    private final Supplier<Attack> attacks;
    private final Executor later;
    private final AtomicLong inputs = new AtomicLong();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();
    private long end;
    private int underWay;

    Assault(EventLoop loop, Target target, Supplier<Attack> attacks) {
        this.loop = loop;
        this.target = target;
        this.attacks = attacks;
        this.later = CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.MILLISECONDS, loop::execute);
    }

    CompletableFuture<Void> begin(int atATime, long seconds) {
        loop.execute(() -> {
            end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int i = 0; i < atATime; i++) {
                underWay++;
                new Attacker();
            }
        });
        return complete;
    }

    /** Inputs sent so far. */
    long inputs() {
        return inputs.get();
    }

    private final class Attacker implements Receiver {

        private final Attack attack = attacks.get();
        private final Connection connection = loop.connect(target.address(), this);
        private boolean answered;

        @Override
        public void connected() {
            connection.write(attack.opening());
            later.execute(() -> connection.close("the attack is over"));
        }

        @Override
        public void received(ByteBuffer in) {
            int end = HttpResponse.endOfHead(in);
            if (!answered && end >= 0) {
                answered = true;
                String answer = HttpResponse.text(in, in.position(), in.limit());
                attack.inputs(answer).forEach(input -> {
                    connection.write(input);
                    inputs.incrementAndGet();
                });
            }
            in.position(answered ? in.limit() : in.position());
        }

        @Override
        public void closed(String reason) {
            if (System.nanoTime() < end) {
                new Attacker();
            } else if (--underWay == 0) {
                complete.complete(null);
            }
        }
    }
}
