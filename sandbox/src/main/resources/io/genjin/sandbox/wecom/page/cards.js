'use strict';
/* Draws template cards and other messages. What a person has chosen on a card is kept here until the card changes. */
const chosen = new Map();

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

/** phone: {open(url), press(line, text, choices, button), menu(line, text)} */
function drawCard(line, phone) {
  const card = line.card;
  const opens = link(card.card_action, phone);
  const body = el('div', {class: opens ? 'body linked' : 'body', onclick: opens}, source(card, line, phone), heading(card),
      emphasis(card), quote(card, phone), card.sub_title_text ? el('div', {class: 'sub'}, card.sub_title_text) : null,
      vertical(card), rows(card, phone));
  return el('div', {class: 'card', 'data-testid': 'card', 'data-task-id': line.taskId, 'data-type': card.card_type,
      'data-version': line.version},
      card.card_image ? picture(card.card_image.url) : null, body, imageText(card, phone),
      (card.jump_list || []).map(jump => el('button', {class: jump.url ? 'jump linked' : 'jump', onclick: link(jump, phone)}, jump.title)),
      questions(card, line), buttons(card, line, phone));
}

function link(target, phone) {
  if (!target || !target.url) {
    return undefined;
  }
  return event => {
    if (!event.target.closest('select')) {
      event.stopPropagation();
      phone.open(target.url);
    }
  };
}

function source(card, line, phone) {
  const menu = card.action_menu;
  if (!card.source && !menu) {
    return null;
  }
  const from = card.source || {};
  const options = menu ? menu.action_list.map(action => el('option', {}, action.text)) : [];
  return el('div', {class: 'source c' + (from.desc_color || 0)},
      from.icon_url ? el('img', {src: from.icon_url, alt: ''}) : el('i'), el('span', {}, from.desc || ''),
      menu ? el('span', {class: 'menu'}, el('select', {'aria-label': menu.desc || '更多', onchange: event => {
        const text = event.target.value;
        event.target.selectedIndex = 0;
        phone.menu(line, text);
      }}, el('option', {value: ''}, '⋯'), options)) : null);
}

function heading(card) {
  const main = card.main_title || {};
  return [main.title ? el('h3', {}, main.title) : null, main.desc ? el('div', {class: 'desc'}, main.desc) : null]
      .filter(Boolean);
}

function emphasis(card) {
  const it = card.emphasis_content;
  return it ? el('div', {class: 'emphasis'}, el('b', {}, it.title || ''), el('span', {}, it.desc || '')) : null;
}

function quote(card, phone) {
  const it = card.quote_area;
  if (!it || !(it.title || it.quote_text)) {
    return null;
  }
  return el('div', {class: it.url ? 'quote linked' : 'quote', onclick: link(it, phone)},
      it.title ? el('b', {}, it.title) : null, it.quote_text || '');
}

function vertical(card) {
  return (card.vertical_content_list || [])
      .map(item => el('div', {class: 'vertical'}, el('b', {}, item.title), el('span', {}, item.desc || '')));
}

function rows(card, phone) {
  const list = card.horizontal_content_list || [];
  if (!list.length) {
    return null;
  }
  return el('dl', {}, list.map(row => [el('dt', {}, row.keyname), el('dd', {}, rowValue(row, phone))]).flat());
}

function rowValue(row, phone) {
  if (row.type === 1) {
    return el('a', {onclick: link(row, phone)}, row.value || row.url);
  }
  if (row.type === 2) {
    return el('a', {href: '/page/media/' + row.media_id, target: '_blank'}, row.value);
  }
  return row.type === 3 ? el('span', {class: 'link'}, row.value || row.userid) : row.value || '';
}

function picture(url) {
  return el('img', {class: 'picture', src: url, alt: ''});
}

function imageText(card, phone) {
  const it = card.image_text_area;
  return it ? el('div', {class: 'article', onclick: link(it, phone)},
      el('div', {}, it.title || '', el('small', {}, it.desc || '')), el('img', {src: it.image_url, alt: ''})) : null;
}

/* What is preselected, overridden by what the person chose on this very version of the card. */
function choicesOf(line) {
  const key = line.id + '#' + line.version;
  if (!chosen.has(key)) {
    const start = {};
    const card = line.card;
    for (const ask of [card.button_selection, ...(card.select_list || [])].filter(Boolean)) {
      const known = ask.option_list.some(option => option.id === ask.selected_id);
      start[ask.question_key] = [known ? ask.selected_id : ask.option_list[0].id];
    }
    if (card.checkbox) {
      start[card.checkbox.question_key] =
          card.checkbox.option_list.filter(option => option.is_checked).map(option => option.id);
    }
    chosen.set(key, start);
  }
  return chosen.get(key);
}

function questions(card, line) {
  const choices = choicesOf(line);
  const dead = Boolean(line.grey);
  const selects = [card.button_selection, ...(card.select_list || [])].filter(Boolean).map(ask => el('label',
      {class: 'ask'}, el('span', {}, ask.title || ''),
      el('select', {'data-testid': 'choice', 'data-question': ask.question_key, disabled: dead || ask.disable,
        onchange: event => { choices[ask.question_key] = [event.target.value]; }},
      ask.option_list.map(option => el('option',
          {value: option.id, selected: choices[ask.question_key][0] === option.id}, option.text)))));
  return card.checkbox ? [...selects, boxes(card.checkbox, choices, dead, line)] : selects;
}

function boxes(ask, choices, dead, line) {
  const several = ask.mode === 1;
  return el('div', {class: 'choices'}, ask.option_list.map(option => el('label', {}, el('input', {
    type: several ? 'checkbox' : 'radio', name: line.id + ask.question_key, disabled: dead || ask.disable,
    checked: choices[ask.question_key].includes(option.id),
    onchange: event => {
      const others = several ? choices[ask.question_key].filter(id => id !== option.id) : [];
      choices[ask.question_key] = event.target.checked ? [...others, option.id] : others;
    }}), option.text)));
}

/* Boxes of which one is to be chosen, and none is: the button waits. */
function choiceMissing(card, choices) {
  const ask = card.checkbox;
  return Boolean(ask) && ask.mode !== 1 && !choices[ask.question_key].length;
}

function buttons(card, line, phone) {
  if (line.grey) {
    return el('div', {class: 'acts'}, el('button', {class: 'grey', disabled: true}, line.grey));
  }
  const list = [...(card.button_list || [])];
  if (card.submit_button) {
    list.push({text: card.submit_button.text || '提交', style: 1});
  }
  if (!list.length) {
    return null;
  }
  const wide = list.length > 3 || (list.length === 3 && list.some(button => button.text.length > 5));
  return el('div', {class: wide ? 'acts many' : 'acts'}, list.map(button => el('button',
      {class: 's' + (button.style || 1), 'data-testid': 'card-button', onclick: event => button.type === 1
        ? phone.open(button.url) : phone.press(line, button.text, choicesOf(line), event.currentTarget)},
      button.text)));
}

/* Everything that is not a template card: returns a card-like block or the content of a bubble. */
function drawBody({type, body, fileName}, phone) {
  switch (type) {
    case 'textcard':
      return el('div', {class: 'card'}, el('div', {class: 'body linked', onclick: () => phone.open(body.url)},
          el('h3', {}, body.title), el('div', {}, styled(body.description))),
          el('div', {class: 'more', onclick: () => phone.open(body.url)}, body.btntxt || '详情'));
    case 'news':
    case 'mpnews':
      return el('div', {class: 'card'}, body.articles.map(article => el('div', {class: 'article',
        onclick: () => article.url && phone.open(article.url)},
          el('div', {}, article.title, el('small', {}, article.description || article.digest || '')),
          article.picurl ? el('img', {src: article.picurl, alt: ''}) : null)));
    case 'file':
      return el('div', {class: 'card'}, el('a', {class: 'file', href: '/page/media/' + body.media_id, target: '_blank'},
          el('i', {}, '文件'), el('span', {}, fileName || '打开文件')));
    case 'image':
      return el('img', {src: '/page/media/' + body.media_id, alt: '图片'});
    case 'voice':
      return '🔊 语音';
    case 'video':
      return '▶ 视频';
    case 'markdown':
    case 'markdown_v2':
      return el('div', {class: 'md'}, markdown(body.content, phone));
    default:
      return [anchors(body.content || '[' + type + ']', phone),
        (body.mentioned_list || []).filter(id => !String(body.content).includes('<@' + id + '>'))
            .map(id => [' ', mention(id)])].flat(2);
  }
}

/* The subset that textcard allows: <br> and <div class="gray|normal|highlight">. */
function styled(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const copy = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      return [node.textContent];
    }
    if (node.nodeName === 'BR') {
      return [el('br')];
    }
    const children = [...node.childNodes].flatMap(copy);
    const known = ['gray', 'normal', 'highlight'].includes(node.className);
    return node.nodeName === 'DIV' ? [el('div', {class: known ? node.className : null}, children)] : children;
  };
  return [...parsed.childNodes].flatMap(copy);
}

/* Text messages may hold <a href> and mention members. */
function anchors(text, phone) {
  const pieces = [];
  let rest = 0;
  for (const match of text.matchAll(/<a href=["']([^"']+)["'][^>]*>(.*?)<\/a>|<@(.+?)>/g)) {
    pieces.push(text.slice(rest, match.index), match[3] ? mention(match[3]) : anchor(match[1], match[2], phone));
    rest = match.index + match[0].length;
  }
  pieces.push(text.slice(rest));
  return pieces;
}

function mention(id) {
  return el('span', {class: 'link'}, '@' + (id === '@all' || id === 'all' ? '所有人' : memberName(id) || id));
}

function anchor(url, text, phone) {
  return el('a', {href: url, onclick: event => {
    event.preventDefault();
    phone.open(url);
  }}, text);
}

function markdown(text, phone) {
  const blocks = [];
  const table = [];
  const flush = () => {
    if (table.length) {
      const cells = table.filter(row => !/^\|[\s:|-]+\|$/.test(row)).map(row => row.slice(1, -1).split('|'));
      blocks.push(el('table', {}, cells.map((row, at) => el('tr', {},
          row.map(cell => el(at ? 'td' : 'th', {}, inline(cell.trim(), phone)))))));
      table.length = 0;
    }
  };
  for (const row of text.split('\n')) {
    const line = row.trim();
    if (/^\|.*\|$/.test(line)) {
      table.push(line);
      continue;
    }
    flush();
    if (/^#{1,6} /.test(line)) {
      blocks.push(el('h4', {}, inline(line.replace(/^#+ /, ''), phone)));
    } else if (line.startsWith('>')) {
      blocks.push(el('blockquote', {}, inline(line.replace(/^>\s?/, ''), phone)));
    } else if (line) {
      blocks.push(el('div', {}, inline(line.replace(/^[-*] /, '• '), phone)));
    }
  }
  flush();
  return blocks;
}

function inline(text, phone) {
  const pattern = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((.+?)\)|<font color="(info|comment|warning)">(.*?)<\/font>|<@(.+?)>/g;
  const pieces = [];
  let rest = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(rest, match.index));
    if (match[1]) {
      pieces.push(el('b', {}, inline(match[1], phone)));
    } else if (match[2]) {
      pieces.push(el('code', {}, match[2]));
    } else if (match[3]) {
      pieces.push(anchor(match[4], match[3], phone));
    } else if (match[5]) {
      pieces.push(el('span', {class: match[5]}, inline(match[6], phone)));
    } else {
      pieces.push(mention(match[7]));
    }
    rest = match.index + match[0].length;
  }
  pieces.push(text.slice(rest));
  return pieces;
}
