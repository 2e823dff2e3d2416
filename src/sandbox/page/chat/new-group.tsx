import { signal } from '@preact/signals';
import { api } from '../data/api.ts';
import { t } from '../data/i18n.ts';
import { loadWorld } from '../data/load.ts';
import { openChat } from '../data/moves.ts';
import { as, botName, nameOf, people } from '../data/state.ts';
import { Avatar } from '../ui/avatar.tsx';
import { ask } from '../ui/dialog.tsx';
import { refused } from '../ui/toast.tsx';

const name = signal('');
const withBot = signal(true);
const chosen = signal<readonly string[]>([]);

const flip = (id: string): void => {
  chosen.value = chosen.value.includes(id) ? chosen.value.filter((one) => one !== id) : [...chosen.value, id];
};

function GroupForm() {
  const others = people.value.filter((person) => person.open_id !== as.value);
  return (
    <div class="dialog-form">
      <input
        type="text"
        class="field"
        maxLength={60}
        required
        aria-label={t('group_name')}
        placeholder={t('group_name')}
        value={name.value}
        onInput={(event) => {
          name.value = event.currentTarget.value;
        }}
      />
      <div class="dialog-label">{t('group_members')}</div>
      <div class="tick-list">
        {others.map((person) => (
          <label key={person.open_id}>
            <input
              type="checkbox"
              value={person.open_id}
              checked={chosen.value.includes(person.open_id)}
              onChange={() => flip(person.open_id)}
            />
            <Avatar id={person.open_id} size={24} />
            {nameOf(person)}
          </label>
        ))}
      </div>
      <label class="tick-one">
        <input
          type="checkbox"
          checked={withBot.value}
          onChange={() => {
            withBot.value = !withBot.value;
          }}
        />
        {t('with_bot', { bot: botName() })}
      </label>
    </div>
  );
}

/** Asks for a name and members and makes a group. */
export async function newGroup(): Promise<void> {
  name.value = '';
  withBot.value = true;
  chosen.value = [];
  if (!(await ask({ title: t('new_group'), confirm: t('create'), content: <GroupForm /> }))) return;
  try {
    const group = { as: as.value, name: name.value.trim(), members: [as.value, ...chosen.value], with_bot: withBot.value };
    const { chat_id } = await api.newChat(group);
    await loadWorld();
    openChat(chat_id, { push: true });
  } catch (error) {
    refused(error);
  }
}
