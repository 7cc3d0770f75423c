package id.aglis.portal.engineio;

import java.util.concurrent.Executor;

/** What all sessions of one server share. */
record Engine(EngineConfig config, SessionListener listener, TimerWheel wheel, Executor workers, Sessions sessions) {

    long now() {
        return wheel.now();
    }
}
