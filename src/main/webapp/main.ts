import './css/base.css';
import './css/tokens.css';
import './css/controls.css';
import './css/shell.css';
import { speak } from './i18n/locale.ts';
import { startSession } from './identity/session.ts';
import { dressDocument, preferences } from './preferences.ts';
import { startRealtime } from './realtime.ts';
import { startRouter } from './router.ts';
import './shell/app.ts';

dressDocument();
preferences.subscribe(() => {
  dressDocument();
  void speak(preferences.state.language);
});
startRouter();
await Promise.all([speak(preferences.state.language), startSession()]);
startRealtime();
document.body.append(document.createElement('portal-app'));
