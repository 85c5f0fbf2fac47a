'use strict';
/* The desk: keeps the phones in step with the simulator and passes on what a person does. */
const SAMPLE = '您好，麻烦把50个账号的报价单发我，预算12.8万，明天下午三点电话聊';
const SHANGHAI = 'Asia/Shanghai';
const dayAndTime = new Intl.DateTimeFormat('zh-CN', {timeZone: SHANGHAI, month: 'numeric', day: 'numeric',
  weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false});
const withSeconds = new Intl.DateTimeFormat('zh-CN', {timeZone: SHANGHAI, hour: '2-digit', minute: '2-digit',
  second: '2-digit', hour12: false});
const LOST = '沙盒没有应答，它还在运行吗？';
const byId = id => document.getElementById(id);
let state = null;
let received = 0;

function memberName(id) {
  const member = state && state.members.find(each => each.id.toLowerCase() === String(id).toLowerCase());
  return member ? member.name : null;
}

async function act(name, wish) {
  say('');
  try {
    const response = await fetch('/page/act/' + name, {method: 'POST', headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(wish || {})});
    const answer = await response.json();
    if (answer.error) {
      say(answer.error);
    }
  } catch (lost) {
    say(LOST);
  }
}

function say(text) {
  byId('notice').textContent = text;
}

class Phone {
  constructor(root) {
    this.root = root;
    this.role = root.dataset.role;
    this.person = root.dataset.person || null;
    this.tab = 'bot';
    this.drawn = '';
    root.append(byId('phone-frame').content.cloneNode(true));
    this.who = root.querySelector('.who select');
    this.lines = root.querySelector('.lines');
    this.input = root.querySelector('.say input');
    this.who.addEventListener('change', () => {
      this.person = this.who.value;
      this.close();
      this.draw();
    });
    root.querySelector('.say').addEventListener('submit', event => {
      event.preventDefault();
      this.send();
    });
    this.input.addEventListener('keydown', event => {
      // Enter that ends the choice of a Chinese word must not send.
      if (event.key === 'Enter' && event.isComposing) {
        event.preventDefault();
      }
    });
    root.querySelector('[data-testid=image]').addEventListener('click', () => this.role === 'customer'
      ? act('says-image', {customer: this.person}) : act('sends-image', {member: this.person}));
    root.querySelector('[data-testid=web-back]').addEventListener('click', () => this.close());
    if (this.role === 'group') {
      root.querySelector('.say').remove();
    }
  }

  send() {
    const text = this.input.value.trim();
    if (!text) {
      return;
    }
    this.input.value = '';
    if (this.role === 'customer') {
      act('says', {customer: this.person, text});
    } else if (this.tab === 'bot') {
      act('sends', {member: this.person, text});
    } else {
      act('replies', {member: this.person, customer: this.tab, text});
    }
  }

  /* Links open inside this phone, on this phone's own host name, so that its login is its own. */
  open(url) {
    const target = new URL(url, location.href);
    const member = state.members.find(each => each.id === this.person);
    if (member && /^(localhost|127\.0\.0\.1|.*\.localhost)$/.test(target.hostname)) {
      target.hostname = member.host;
    }
    const web = this.root.querySelector('.web');
    web.hidden = false;
    web.querySelector('span').textContent = target.host;
    web.querySelector('a').href = target.href;
    web.querySelector('iframe').src = target.href;
  }

  close() {
    const web = this.root.querySelector('.web');
    web.hidden = true;
    web.querySelector('iframe').src = 'about:blank';
  }

  async press(line, text, choices, button) {
    if (choiceMissing(line.card, choices)) {
      say('请先选一项');
      return;
    }
    button.classList.add('busy');
    await act('presses', {member: this.person, msgId: line.id, button: text, choices});
    button.classList.remove('busy');
  }

  menu(line, text) {
    act('menu', {member: this.person, msgId: line.id, text});
  }

  draw() {
    this.drawPeople();
    this.drawTabs();
    const lines = this.content();
    const now = JSON.stringify([this.person, this.tab, lines]);
    if (now === this.drawn) {
      return;
    }
    const atEnd = !this.drawn || this.lines.scrollHeight - this.lines.scrollTop - this.lines.clientHeight < 80;
    this.drawn = now;
    this.lines.replaceChildren(...(lines.length ? this.stamped(lines) : [this.hint()]));
    if (atEnd) {
      this.lines.scrollTop = this.lines.scrollHeight;
    }
  }

  drawPeople() {
    const people = this.people();
    if (!people.some(each => each.id === this.person)) {
      this.person = people.length ? people[0].id : null;
    }
    const key = JSON.stringify(people);
    if (key !== this.peopleDrawn) {
      this.peopleDrawn = key;
      this.who.replaceChildren(...people.map(each => el('option', {value: each.id}, each.label)));
    }
    this.who.value = this.person;
    const current = people.find(each => each.id === this.person);
    this.root.querySelector('.who .face').textContent = current ? current.label.slice(0, 1) : '';
  }

  people() {
    if (this.role === 'customer') {
      return state.customers.map(each => ({id: each.id, label: each.name + (each.company ? ' · ' + each.company : '')}));
    }
    if (this.role === 'group') {
      return state.groups.map(each => ({id: each.id,
        label: each.name + (each.robot ? '（机器人）' : '（' + each.members + '）')}));
    }
    return state.members.map(each => ({id: each.id, label: each.name + ' · ' + each.position}));
  }

  drawTabs() {
    const nav = this.root.querySelector('nav');
    if (this.role === 'customer') {
      this.input.placeholder = '以客户身份说，回车发送';
      return;
    }
    if (this.role === 'group') {
      return;
    }
    const talks = state.customers.filter(each => (state.conversations[each.id] || []).length
        && (each.followers.includes(this.person) || served(each.id, this.person)));
    const tabs = [['bot', '跟进助手'], ...talks.map(each => [each.id, each.name])];
    if (!tabs.some(([id]) => id === this.tab)) {
      this.tab = 'bot';
    }
    const key = JSON.stringify([tabs, this.tab]);
    if (key !== this.tabsDrawn) {
      this.tabsDrawn = key;
      nav.replaceChildren(...tabs.map(([id, label]) => el('button', {type: 'button', role: 'tab',
        'aria-selected': String(id === this.tab), onclick: () => {
          this.tab = id;
          this.draw();
        }}, label)));
      this.input.placeholder = this.tab === 'bot' ? '发给跟进助手' : '以客服身份回复客户';
    }
  }

  content() {
    if (this.role === 'group') {
      const group = state.groups.find(each => each.id === this.person);
      return group ? group.lines : [];
    }
    if (this.role === 'member' && this.tab === 'bot') {
      return state.chats[this.person] || [];
    }
    const customer = this.role === 'customer' ? this.person : this.tab;
    return conversation(state.conversations[customer] || []);
  }

  stamped(lines) {
    const nodes = [];
    let last = 0;
    for (const line of lines) {
      const at = Date.parse(line.at);
      if (at - last > 300000) {
        nodes.push(el('div', {class: 'stamp'}, dayAndTime.format(at)));
      }
      last = at;
      nodes.push(this.lineOrNote(line));
    }
    return nodes;
  }

  /* One line that can't be drawn must not take the others with it. */
  lineOrNote(line) {
    try {
      return this.line(line);
    } catch (fault) {
      console.error(line, fault);
      return el('div', {class: 'stamp'}, '一条画不出来的消息（' + line.type + '）');
    }
  }

  line(line) {
    if (line.recalled) {
      return el('div', {class: 'stamp'}, '一条消息已撤回');
    }
    const side = this.side(line);
    const face = el('span', {class: 'face'}, side.face);
    if (line.card || (line.type === 'template_card' && line.body)) {
      return el('div', {class: 'line ' + side.css}, face, drawCard(line.card ? line : {...line, card: line.body}, this));
    }
    const content = drawBody(line, this);
    const block = content instanceof Element && content.classList.contains('card');
    const undo = this.role === 'customer' && side.css === 'mine' ? el('button', {class: 'undo', type: 'button',
      onclick: () => act('recalls', {customer: this.person, msgId: line.id})}, '撤回') : null;
    return el('div', {class: 'line ' + side.css, 'data-testid': 'message'}, face,
        block ? content : el('div', {class: 'bubble'}, content, undo));
  }

  side(line) {
    if (line.origin) {
      const customer = line.origin === 3;
      const mine = customer === (this.role === 'customer');
      const name = customer ? nameOfCustomer(line.customer || this.tab) : memberName(line.servicer) || '客';
      return {css: mine ? 'mine' : customer ? 'them' : 'rep', face: customer && mine ? '我' : name.slice(0, 1)};
    }
    if (line.from === 'app' || line.from === 'robot') {
      return {css: 'bot', face: '跟'};
    }
    return {css: 'mine', face: (memberName(line.from) || '我').slice(0, 1)};
  }

  hint() {
    if (this.role === 'customer') {
      return el('div', {class: 'empty'}, '客户在微信里和客服聊天。试着说：',
          el('button', {type: 'button', onclick: () => {
            this.input.value = SAMPLE;
            this.input.focus();
          }}, SAMPLE));
    }
    return el('div', {class: 'empty'}, this.role === 'group' ? '作战室还没有消息。'
      : '跟进助手会把卡片发到这里。也可以直接告诉它一句，例如：华东快消要报价，周五回');
  }
}

function nameOfCustomer(id) {
  const customer = state.customers.find(each => each.id === id);
  return customer ? customer.name : '客';
}

function served(customer, member) {
  return state.conversations[customer].some(each => each.servicer === member);
}

/* Events of a conversation are not lines; a recall strikes its message. */
function conversation(entries) {
  const recalled = new Set(entries.filter(each => each.type === 'event' && each.body.event_type === 'user_recall_msg')
      .map(each => each.body.recall_msgid));
  return entries.filter(each => each.type !== 'event').map(each => ({...each, recalled: recalled.has(each.id)}));
}

const phones = [...document.querySelectorAll('.phone')].map(root => new Phone(root));

function drawTime() {
  if (state) {
    byId('now').textContent = dayAndTime.format(Date.parse(state.now) + Date.now() - received);
    byId('shift').textContent = shiftText(state.shift);
  }
}

function shiftText(iso) {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?$/.exec(iso) || [];
  const hours = Number(match[1] || 0);
  const parts = [[Math.floor(hours / 24), '天'], [hours % 24, '时'], [Number(match[2] || 0), '分']];
  const text = parts.filter(([count]) => count).map(([count, unit]) => count + unit).join('');
  return text ? '已拨快 ' + text : '';
}

function drawLogs() {
  byId('deliveries').replaceChildren(...[...state.deliveries].reverse().map(each => el('li', {},
      el('time', {}, withSeconds.format(Date.parse(each.at))), el('span', {}, each.what),
      each.held ? el('b', {class: 'dim'}, '扣住') : null,
      each.attempts.map(status => el('b', {class: status === '200' ? 'ok' : 'bad'}, status)),
      each.complaints.map(text => el('span', {class: 'bad', title: text}, text)))));
  byId('calls').replaceChildren(...[...state.calls].reverse().map(each => el('li', {title: each.note},
      el('time', {}, withSeconds.format(Date.parse(each.at))), el('span', {}, each.path),
      el('b', {class: each.provoked ? 'dim' : 'bad'}, each.status === 200 ? each.errcode : each.status || '断开'),
      el('span', {class: 'dim'}, each.provoked ? '捣乱' : each.note))));
  byId('call-count').textContent = '共 ' + state.callCount + ' 次调用'
    + (state.dropped ? '，超频丢弃 ' + state.dropped + ' 条消息' : '');
}

function drawTrouble() {
  byId('trouble-count').textContent = state.troubles.length + (state.holding ? 1 : 0) || '';
  byId('troubles').replaceChildren(...state.troubles.map(text => el('li', {}, text)));
  byId('plan-times').value = String(state.times);
  byId('plan-at-once').checked = state.atOnce;
  byId('hold').disabled = state.holding;
  byId('release').disabled = !state.holding;
  byId('release-reversed').disabled = !state.holding;
}

function show(news) {
  state = news;
  received = Date.now();
  if (byId('notice').textContent === LOST) {
    say('');
  }
  phones.forEach(phone => phone.draw());
  drawTime();
  drawLogs();
  drawTrouble();
}

let asking = false;
let askAgain = false;

async function refresh() {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  const news = await fetch('/page/state').then(answer => answer.json()).catch(() => null);
  asking = false;
  if (news) {
    show(news);
  } else {
    say(LOST);
  }
  if (askAgain) {
    askAgain = false;
    refresh();
  }
}

document.querySelectorAll('[data-advance]').forEach(button => button.addEventListener('click', async () => {
  button.disabled = true;
  await act('advance', {by: button.dataset.advance});
  button.disabled = false;
}));
byId('trouble-go').addEventListener('click', () => {
  const [kind, value] = byId('trouble-kind').value.split(':');
  act('trouble', {path: byId('trouble-path').value, kind, value: Number(value), times: Number(byId('trouble-times').value)});
});
byId('trouble-calm').addEventListener('click', () => act('calm'));
const plan = () => act('plan', {times: Number(byId('plan-times').value), atOnce: byId('plan-at-once').checked});
byId('plan-times').addEventListener('change', plan);
byId('plan-at-once').addEventListener('change', plan);
byId('hold').addEventListener('click', () => act('hold'));
byId('release').addEventListener('click', () => act('release', {reversed: false}));
byId('release-reversed').addEventListener('click', () => act('release', {reversed: true}));
document.addEventListener('click', event => {
  if (!event.target.closest('#trouble')) {
    byId('trouble').open = false;
  }
});

const events = new EventSource('/page/events');
events.addEventListener('message', refresh);
events.addEventListener('open', refresh);
setInterval(drawTime, 1000);
refresh();
