// Draws a large chart above a table, from the numbers in that table. Without this script the page is
// complete: each table has bars of its own. The chart is hidden from screen readers, which have the table.
(() => {
  'use strict';

  const style = getComputedStyle(document.documentElement);
  const colour = (i) => style.getPropertyValue('--s' + (i % 7)).trim();
  const ink = style.getPropertyValue('--ink').trim();
  const soft = style.getPropertyValue('--soft').trim();
  const line = style.getPropertyValue('--line').trim();
  const font = getComputedStyle(document.body).fontFamily;

  const hatch = () => {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const pen = tile.getContext('2d');
    pen.fillStyle = '#eef1f1';
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = '#9aa8aa';
    pen.lineWidth = 2;
    for (const at of [-8, 0, 8]) {
      pen.beginPath();
      pen.moveTo(at, 8);
      pen.lineTo(at + 8, 0);
      pen.stroke();
    }
    return { image: tile, repeat: 'repeat' };
  };

  const paper = matchMedia('print');

  const words = (element) => element.textContent.trim().replace(/\s+/g, ' ');

  const read = (figure) => {
    const rows = [...figure.querySelectorAll('tbody tr')];
    return {
      columns: [...figure.querySelectorAll('thead th')].slice(1).map(words),
      labels: rows.map((r) => words(r.querySelector('th'))),
      cells: rows.map((r) =>
        [...r.querySelectorAll('td')].map((d) => ({
          state: d.dataset.state,
          lower: d.dataset.lower === '' ? null : Number(d.dataset.lower),
          upper: d.dataset.upper === '' ? null : Number(d.dataset.upper),
          text: words(d.querySelector('.text')),
        }))),
    };
  };

  // A column is three stacked bars: what is certain, the band, and a hatch where nothing may be said.
  const series = (table, column, most, labelled) => {
    const data = (value) => table.cells.map((row) => value(row[column]));
    const common = {
      type: 'bar',
      stack: 'column' + column,
      barMaxWidth: 46,
      barGap: '12%',
      emphasis: { disabled: true },
    };
    const label = {
      show: labelled,
      color: ink,
      fontFamily: font,
      formatter: (p) => table.cells[p.dataIndex][column].text,
    };
    return [
      {
        ...common,
        name: table.columns[column],
        itemStyle: { color: colour(column) },
        data: data((d) => d.lower),
      },
      {
        ...common,
        itemStyle: { color: colour(column) + '61' },
        data: data((d) => (d.lower === null ? null : d.upper - d.lower)),
        label: { ...label, position: 'top' },
      },
      {
        ...common,
        itemStyle: { color: hatch() },
        data: data((d) => (d.state === 'suppressed' ? most : null)),
        label: { ...label, position: 'inside', backgroundColor: '#fff', padding: [1, 4] },
      },
    ];
  };

  // On a phone there is room for the first number of each group; all are in the table below.
  const NARROW = 480;

  const option = (table, words, width) => {
    const most = Math.max(1, ...table.cells.flat().map((d) => d.upper ?? 0));
    const several = table.columns.length > 1;
    const text = { color: ink, fontFamily: font };
    return {
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: 4, right: 12, top: several ? 48 : 30, bottom: 4, containLabel: true },
      legend: { show: several, data: table.columns, left: 0, top: 0, textStyle: text },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        renderMode: 'richText',
        formatter: (points) => {
          const row = points[0].dataIndex;
          const state = (d) => (words[d.state] ? d.text + ' (' + words[d.state] + ')' : d.text);
          return [table.labels[row]]
            .concat(table.columns.map((c, i) => c + ': ' + state(table.cells[row][i])))
            .join('\n');
        },
      },
      toolbox: {
        right: 0,
        top: -6,
        itemSize: 14,
        feature: {
          saveAsImage: { title: words.save, name: words.name, pixelRatio: 2, backgroundColor: '#fff' },
        },
        iconStyle: { borderColor: soft },
      },
      xAxis: {
        type: 'category',
        data: table.labels,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line } },
        axisLabel: width < NARROW
          ? { ...text, interval: 0, width: 80, overflow: 'break', lineHeight: 13, fontSize: 10 }
          : { ...text, interval: 0, width: 84, overflow: 'break', lineHeight: 15 },
      },
      yAxis: { type: 'value', min: 0, max: most, show: false },
      series: table.columns
        .flatMap((_, i) => series(table, i, most, width >= NARROW || i === 0)),
    };
  };

  for (const place of document.querySelectorAll('[data-chart]')) {
    const figure = place.closest('.figure');
    place.hidden = false;
    const chart = echarts.init(place, null, { renderer: 'canvas' });
    chart.setOption(
      option(read(figure), {
        save: place.dataset.save,
        name: figure.querySelector('h3').id,
        suppressed: place.dataset.suppressed,
        'not-reported': place.dataset.notReported,
      }, place.clientWidth)
    );
    figure.classList.add('enhanced');
    new ResizeObserver(() => chart.resize()).observe(place);
    // On paper there is nothing to press.
    paper.addEventListener('change', () => {
      chart.setOption({ toolbox: { show: !paper.matches } });
      chart.getZr().flush();
    });
  }
})();
